// node ccxt.mjs <simulator> <venue>: walks one venue of the simulator with ccxt and prints one JSON object:
// {"steps":{"<step>":{"ok":true,…facts}|{"ok":false,"error":"<class>","message":"…"}},"errors":what venues.mjs expects}

import ccxt from 'ccxt';
import { venues } from './venues.mjs';

const [simulator, name] = process.argv.slice(2);
const venue = venues[name];
const steps = {};

async function admin(method, path, body) {
  const answer = await fetch(`${simulator}/_sim/${venue.venue ?? name}/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify({ ...venue.account, ...body }),
  });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status} to ${path}: ${await answer.text()}`);
  return answer.json();
}

/** ccxt with every address of the venue turned to the simulator. */
function client(credentials, change = (it) => it) {
  const one = new ccxt[venue.client]({ ...venue.keys(credentials), ...venue.settings, timeout: 20000, enableRateLimit: false });
  one.urls.api = redirected(one.urls.api, one);
  change(one);
  return one;
}

function redirected(urls, one) {
  if (typeof urls === 'object') {
    return Object.fromEntries(Object.entries(urls).map(([part, url]) => [part, redirected(url, one)]));
  }
  const url = new URL(urls.replace('{hostname}', one.hostname ?? ''));
  const path = venue.hosts[url.host];
  // What the simulator does not play must not reach the real venue.
  return path ? `${simulator}/${path}${url.pathname === '/' ? '' : url.pathname}` : 'http://127.0.0.1:9/not-simulated';
}

async function step(title, act) {
  try {
    steps[title] = { ok: true, ...(await act()) };
  } catch (e) {
    steps[title] = { ok: false, error: e.constructor.name, message: String(e.message).slice(0, 500) };
  }
  return steps[title];
}

const account = await admin('POST', 'accounts', { balances: venue.balances ?? { BTC: '2', USDT: '100000' } });
const ex = client(account.credentials);
const [base, quote] = venue.symbol.split(':')[0].split('/');

await step('markets', async () => {
  const markets = await ex.loadMarkets();
  const market = markets[venue.symbol];
  return { found: market !== undefined, amountStep: String(market?.precision?.amount), priceStep: String(market?.precision?.price) };
});
await step('balance', async () => {
  const balance = await ex.fetchBalance(venue.balanceParams);
  return { base: balance.total[venue.wallet ?? base], quote: balance.total[venue.quoteWallet ?? quote] };
});
let price;
await step('ticker', async () => {
  const ticker = await ex.fetchTicker(venue.symbol);
  price = ticker.last ?? ticker.bid;
  return { price };
});
const amount = venue.amount ?? 0.01;
let order;
await step('place', async () => {
  order = await ex.createOrder(venue.symbol, 'limit', 'buy', amount, ex.priceToPrecision(venue.symbol, price * 0.8), venue.orderParams);
  return { id: typeof order.id };
});
await step('open', async () => {
  const open = await ex.fetchOpenOrders(venue.symbol);
  return { listed: open.some((one) => one.id === order.id) };
});
await step('status', async () => {
  const found = await ex.fetchOrder(order.id, venue.symbol, venue.statusParams);
  return { status: found.status, amount: found.amount };
});
await step('cancel', async () => {
  await ex.cancelOrder(order.id, venue.symbol);
  const open = await ex.fetchOpenOrders(venue.symbol);
  return { listed: open.some((one) => one.id === order.id) };
});
await step('market', async () => {
  // Some venues want the cost of a market buy; ccxt reckons it from a price.
  const bought = await ex.createOrder(venue.symbol, 'market', venue.marketSide ?? 'buy', amount, price, venue.orderParams);
  const found = await ex.fetchOrder(bought.id, venue.symbol, venue.statusParams);
  return { status: found.status, filled: found.filled };
});
await step('moved', async () => {
  const balance = await ex.fetchBalance(venue.balanceParams);
  return { base: balance.total[venue.wallet ?? base], quote: balance.total[venue.quoteWallet ?? quote] };
});

const other = await admin('POST', 'accounts', {});
await step('wrong secret', async () => {
  const mixed = { ...account.credentials, ...(venue.wrong ?? ((good, bad) => ({ api_secret: bad.api_secret })))(account.credentials, other.credentials) };
  const mistaken = client(mixed);
  await (venue.refusedAt === 'order'
    ? mistaken.createOrder(venue.symbol, 'limit', 'buy', amount, ex.priceToPrecision(venue.symbol, price * 0.8), venue.orderParams)
    : mistaken.fetchBalance(venue.balanceParams));
  return {};
});
if (venue.errors.clock) {
  await step('late clock', async () => {
    const late = client(account.credentials, (one) => {
      const now = () => Date.now() - 120000;
      one.nonce = one.milliseconds = now;
      one.seconds = () => Math.floor(now() / 1000);
      venue.late?.(one, now);
    });
    await late.fetchBalance(venue.balanceParams);
    return {};
  });
}
await step('missing right', async () => {
  const reader = await admin('POST', 'accounts', { permissions: ['read'], balances: venue.balances ?? { BTC: '2', USDT: '100000' } });
  const readOnly = client(reader.credentials);
  await readOnly.createOrder(venue.symbol, 'limit', 'buy', amount, ex.priceToPrecision(venue.symbol, price * 0.8), venue.orderParams);
  return {};
});
console.log(JSON.stringify({ steps, errors: venue.errors }));
