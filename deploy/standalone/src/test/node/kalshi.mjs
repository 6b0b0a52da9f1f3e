// node kalshi.mjs <simulator>: trades with Kalshi's own client against the simulator and prints one JSON object:
// {"steps":{"<step>":{"ok":true,…facts}|{"ok":false,"error":"<class>","status":…,"code":"…","details":"…"}}}

import { randomUUID } from 'node:crypto';
import axios from 'axios';
import sdk from 'kalshi-typescript';

const { Configuration, MarketApi, OrdersApi, PortfolioApi } = sdk;
const HOST = 'https://external-api.kalshi.com';
const [simulator] = process.argv.slice(2);
const steps = {};

async function account(terms) {
  const answer = await fetch(`${simulator}/_sim/kalshi/accounts`, { method: 'POST', body: JSON.stringify(terms) });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/**
 * One of the client's parts. It signs the path of the address that it calls, so it is left to its real address and
 * the request is turned to the simulator afterwards: axios runs what was registered first last.
 */
function part(Api, credentials) {
  const wire = axios.create({ timeout: 20000 });
  wire.interceptors.request.use((config) => {
    if (!config.url.startsWith(`${HOST}/`)) throw new Error(`not the host that is played: ${config.url}`);
    return { ...config, url: config.url.replace(HOST, `${simulator}/kalshi`) };
  });
  const keys = credentials && { apiKey: credentials.api_key, privateKeyPem: credentials.api_secret };
  return new Api(new Configuration(keys), undefined, wire);
}

async function step(title, act) {
  try {
    steps[title] = { ok: true, ...(await act()) };
  } catch (e) {
    const error = e.response?.data?.error;
    steps[title] = {
      ok: false,
      error: e.constructor.name,
      status: e.response?.status,
      code: error?.code,
      details: error?.details,
      message: String(e.message).slice(0, 500),
    };
  }
}

const { credentials } = await account({ balances: { USD: '500' } });
const market = part(MarketApi);
const portfolio = part(PortfolioApi, credentials);
const orders = part(OrdersApi, credentials);
const order = (price, force) => ({
  ticker,
  client_order_id: randomUUID(),
  side: 'bid',
  count: '10.00',
  price,
  time_in_force: force,
  self_trade_prevention_type: 'taker_at_cross',
});
const resting = async () => (await orders.getOrders(ticker, undefined, undefined, undefined, 'resting')).data.orders;

let ticker;
let ask;
await step('markets', async () => {
  const { markets } = (await market.getMarkets(100, undefined, undefined, 'KXHIGHNY')).data;
  ticker = markets[0].ticker;
  ask = (await market.getMarket(ticker)).data.market.yes_ask_dollars;
  return { listed: markets.length, ticker, ask };
});
await step('book', async () => {
  const book = (await market.getMarketOrderbook(ticker)).data.orderbook_fp;
  return { bids: book.yes_dollars.length, asks: book.no_dollars.length };
});
await step('balance', async () => {
  const told = (await portfolio.getBalance()).data;
  return { cents: told.balance, dollars: told.balance_dollars };
});
let placed;
await step('place', async () => {
  const answer = await orders.createOrderV2(order('0.0100', 'good_till_canceled'));
  placed = answer.data.order_id;
  return { status: answer.status, remaining: answer.data.remaining_count };
});
await step('open', async () => ({ listed: (await resting()).some((one) => one.order_id === placed) }));
await step('status', async () => {
  const found = (await orders.getOrder(placed)).data.order;
  return { status: found.status, count: found.initial_count_fp, price: found.yes_price_dollars };
});
await step('cancel', async () => {
  const { reduced_by } = (await orders.cancelOrderV2(placed)).data;
  const found = (await orders.getOrder(placed)).data.order;
  return { reduced: reduced_by, status: found.status, listed: (await resting()).some((one) => one.order_id === placed) };
});
await step('cancel again', async () => {
  await orders.cancelOrderV2(placed);
  return {};
});
await step('fill', async () => {
  const { order_id, fill_count } = (await orders.createOrderV2(order('0.9900', 'immediate_or_cancel'))).data;
  const { fills } = (await portfolio.getFills(ticker, order_id)).data;
  return { filled: fill_count, fills: fills.length };
});
await step('positions', async () => {
  const { market_positions } = (await portfolio.getPositions()).data;
  return { held: market_positions.find((one) => one.ticker === ticker)?.position_fp };
});
await step('moved', async () => ({ cents: (await portfolio.getBalance()).data.balance }));

const other = (await account({})).credentials;
await step('wrong secret', async () => {
  await part(PortfolioApi, { ...credentials, api_secret: other.api_secret }).getBalance();
  return {};
});
await step('unknown key', async () => {
  await part(PortfolioApi, { ...credentials, api_key: randomUUID() }).getBalance();
  return {};
});
await step('late clock', async () => {
  const { now } = Date;
  Date.now = () => now() - 120000;
  try {
    await portfolio.getBalance();
  } finally {
    Date.now = now;
  }
  return {};
});
await step('missing right', async () => {
  const reader = await account({ permissions: ['read'], balances: { USD: '500' } });
  await part(OrdersApi, reader.credentials).createOrderV2(order('0.0100', 'good_till_canceled'));
  return {};
});
await step('no key', async () => {
  await part(PortfolioApi).getBalance();
  return {};
});
console.log(JSON.stringify({ steps }));
