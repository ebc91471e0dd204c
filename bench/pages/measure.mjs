// measure.mjs ADDRESS ROUNDS CLICKS: how soon the page answers, and how soon a click is redrawn. Prints JSON.
import { Browser } from './browser.mjs';

const [address, rounds, clicks] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

// From the release of the button to the end of the second frame after it: filters are applied and charts are told in the first,
// the canvases are painted in the second. What the event waited for counts, too.
const watch = `(() => {
  window.measured = [];
  addEventListener('pointerup', (event) => {
    const before = document.querySelector('.totals')?.dataset.customers;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.measured.push({ ms: performance.now() - event.timeStamp, changed: before !== document.querySelector('.totals')?.dataset.customers });
      channel.port2.postMessage(0);
    }));
  }, true);
})()`;

// The same places in every run: Weyl sequences.
const place = (i, step) => (0.5 + i * step) % 1;

// Charts to click, those that the reader meets first: the card is brought to the middle of the window with its neighbours.
const cards = `[...document.querySelectorAll('section.card')].filter((c) => !c.hidden && c.querySelector('.plot.pickable') && ['bar', 'histogram', 'heatmap', 'line'].includes(c.dataset.chart)).length`;
const show = (i) => `(async () => {
  const all = [...document.querySelectorAll('section.card')].filter((c) => !c.hidden && c.querySelector('.plot.pickable') && ['bar', 'histogram', 'heatmap', 'line'].includes(c.dataset.chart));
  const card = all[${i} % all.length];
  card.querySelector('.plot').scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((done) => setTimeout(done, 250));
  const box = card.querySelector('.plot').getBoundingClientRect();
  return { x: box.x, y: box.y, width: box.width, height: box.height, title: card.querySelector('h3').textContent, drawn: [...document.querySelectorAll('section.card')].filter((c) => { const b = c.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }).length };
})()`;

const browser = new Browser(process.env.CHROMIUM ?? 'chromium');
try {
  const ready = [];
  let target;
  for (let round = 0; round < rounds + 1; round++) {
    if (target) await browser.close(target);
    target = await browser.open(address);
    const ms = await browser.ask(`performance.getEntriesByName('ready')[0].startTime`);
    // The first visit warms the disk.
    if (round > 0) ready.push(ms);
  }
  await browser.ask('window.scrollTo(0, 0)');
  await browser.ask(watch);
  const rows = await browser.ask(`Number(document.querySelector('.totals')?.dataset.customers ?? 0)`);
  const redraw = [];
  let drawn = 0;
  const count = await browser.ask(cards);
  for (let i = 0, tries = 0; redraw.length < clicks && tries < 6 * clicks; i++, tries++) {
    const card = await browser.ask(show(i % count));
    await browser.click(card.x + card.width * (0.3 + 0.55 * place(i, 0.6180339887)), card.y + card.height * (0.15 + 0.65 * place(i, 0.7548776662)));
    await new Promise((done) => setTimeout(done, 350));
    const [found] = (await browser.ask('window.measured.splice(0)')).slice(-1);
    if (found?.changed) {
      redraw.push(found.ms);
      drawn = Math.max(drawn, card.drawn);
    }
    // Few filters at once, so that clicks go on changing something.
    if (i % 3 === 2) await browser.ask(`document.querySelector('.chip.plain')?.click()`);
  }
  console.log(JSON.stringify({ address: address.replace(/[?].*/, ''), customers: rows, ready, redraw, drawn }));
} finally {
  await browser.end();
}
