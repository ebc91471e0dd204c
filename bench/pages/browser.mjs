// One headless browser, spoken to over a pipe: nothing to install but chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Browser {
  #next = 1;
  #waiting = new Map();
  #session;

  constructor(program = 'chromium') {
    this.home = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
    this.process = spawn(program, ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${this.home}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let rest = '';
    this.process.stdio[4].on('data', (piece) => {
      const parts = (rest + piece.toString('utf8')).split('\0');
      rest = parts.pop();
      for (const part of parts) this.#hear(JSON.parse(part));
    });
  }

  #hear(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  send(method, params = {}, session = this.#session) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
    });
  }

  /** A page of its own, so that nothing is left of the one before. */
  async open(address, width = 1440, height = 900) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' }, null);
    ({ sessionId: this.#session } = await this.send('Target.attachToTarget', { targetId, flatten: true }, null));
    await this.send('Page.enable');
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send('Page.navigate', { url: address });
    for (let i = 0; i < 1200; i++) {
      if (await this.ask(`document.getElementById('app')?.dataset.ready === 'yes'`)) return targetId;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${address} was not ready within a minute: ${await this.ask('document.body.innerText.slice(0, 200)')}`);
  }

  close(targetId) {
    return this.send('Target.closeTarget', { targetId }, null);
  }

  async ask(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async click(x, y) {
    const at = { x, y, button: 'left', clickCount: 1, pointerType: 'mouse' };
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at });
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  }

  async end() {
    await this.send('Browser.close', {}, null).catch(() => {});
    await new Promise((done) => this.process.once('exit', done));
    rmSync(this.home, { recursive: true, force: true });
  }
}
