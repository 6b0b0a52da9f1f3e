// node ping-loop.mjs <simulator> <keys.json> <at once> <warm-up s> <s>: asks OKX's account configuration with one key
// after the other, so many at once, and prints {"calls","failed","first","seconds","cpuMicros"}.

import { readFileSync } from 'node:fs';
import ccxt from 'ccxt';

const [simulator, file, atOnce, warmUp, time] = process.argv.slice(2);
const keys = JSON.parse(readFileSync(file, 'utf8'));
const tally = { calls: 0, failed: 0, first: '' };
let next = 0;
let running = true;

async function lane() {
  const ex = new ccxt.okx({ timeout: 20000, enableRateLimit: false });
  ex.urls.api = { rest: `${simulator}/okx` };
  while (running) {
    const key = keys[next++ % keys.length];
    ex.apiKey = key.api_key;
    ex.secret = key.api_secret;
    ex.password = key.passphrase;
    try {
      await ex.privateGetAccountConfig();
      tally.calls++;
    } catch (e) {
      tally.failed++;
      tally.first ||= String(e.message).slice(0, 300);
    }
  }
}

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const lanes = Array.from({ length: Number(atOnce) }, lane);
await pause(Number(warmUp));
const calls = tally.calls;
const cpu = process.cpuUsage();
const begin = process.hrtime.bigint();
await pause(Number(time));
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const spent = process.cpuUsage(cpu);
const made = tally.calls - calls;
running = false;
await Promise.all(lanes);
console.log(JSON.stringify({ ...tally, calls: made, seconds, cpuMicros: spent.user + spent.system }));
