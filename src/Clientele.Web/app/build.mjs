// Builds the front end into artifacts/app: app.js, app.css and the hashes that the page's content security policy names.
// Works in a copy of this folder there, so that the source tree stays as it is. `node build.mjs --test` runs the tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = dirname(fileURLToPath(import.meta.url));
const out = join(app, '..', '..', '..', 'artifacts', 'app');
const work = join(out, 'work');
const lock = join(out, 'lock');

/** One build at a time; the lock of a build that died is taken over. */
async function takeLock() {
  mkdirSync(out, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem;
    }
    try {
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner) process.kill(owner, 0);
    } catch (problem) {
      if (problem.code === 'ESRCH') rmSync(lock, { force: true });
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function run(command, ...words) {
  const shell = process.platform === 'win32';
  const done = spawnSync(command, words, { cwd: work, stdio: 'inherit', shell });
  if (done.error || done.status !== 0) throw new Error(`${command} ${words.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}`);
}

function copySources() {
  for (const part of ['src', 'test']) rmSync(join(work, part), { recursive: true, force: true });
  cpSync(app, work, { recursive: true, filter: (file) => !relative(app, file).split(sep).includes('node_modules') });
}

/** Installs what the lock file says, once for each lock file. */
function install() {
  const stamp = join(work, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(readFileSync(join(app, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts');
  writeFileSync(stamp, wanted);
}

/** Text that may stand inside a script element. */
function inert(script) {
  return script.replace(/\r\n?/g, '\n').replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3C!--').replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

function put(name, text) {
  const fresh = join(out, `${name}.${process.pid}`);
  writeFileSync(fresh, text);
  renameSync(fresh, join(out, name));
}

await takeLock();
try {
  mkdirSync(work, { recursive: true });
  copySources();
  install();
  if (process.argv.includes('--test')) {
    run('npm', 'test', '--silent');
  } else {
    run('npm', 'run', 'build', '--silent');
    const script = inert(readFileSync(join(work, 'dist', 'app.js'), 'utf8'));
    const style = readFileSync(join(work, 'dist', 'app.css'), 'utf8').replace(/\r\n?/g, '\n');
    if (/<\/style/i.test(style)) throw new Error('The style sheet would end its own element.');
    const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    put('hashes.txt', `${hash(script)}\n${hash(style)}\n`);
    put('app.css', style);
    put('app.js', script);
  }
} catch (problem) {
  console.error(`front end: ${problem.message}`);
  process.exitCode = 1;
} finally {
  rmSync(lock, { force: true });
}
