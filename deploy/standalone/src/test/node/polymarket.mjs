// node polymarket.mjs <simulator> <kind>: trades at the simulated Polymarket with the venue's own SDK, as a wallet of
// that kind (eoa, proxy, safe, deposit), and prints {"steps":{"<step>":{"ok":true,…facts}|{"ok":false,"message":"…"}}}.

import { ClobClient, OrderType, Side } from '@polymarket/clob-client-v2';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { polygon } from 'viem/chains';

const [simulator, kind] = process.argv.slice(2);
const host = `${simulator}/polymarket`;
const steps = {};

async function json(path, body) {
  const answer = await fetch(`${simulator}${path}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status} to ${path}: ${await answer.text()}`);
  return answer.json();
}

/** The SDK for a wallet; nothing but the simulator is ever called. */
function client(privateKey, credentials, creds) {
  const signer = createWalletClient({
    account: privateKeyToAccount(privateKey),
    chain: polygon,
    transport: http('http://127.0.0.1:9/no-chain'),
  });
  return new ClobClient({
    host,
    chain: 137,
    signer,
    creds,
    signatureType: Number(credentials.signature_type),
    funderAddress: credentials.proxy_address,
    throwOnError: true,
  });
}

async function step(title, act) {
  try {
    steps[title] = { ok: true, ...(await act()) };
  } catch (e) {
    steps[title] = { ok: false, error: e.constructor.name, message: String(e.message).slice(0, 500) };
  }
}

const { credentials } = await json('/_sim/polymarket/accounts', { name: kind, balances: { USDC: '1000' } });
const market = await json('/polymarket/gamma/markets/slug/fed-decreases-rates-in-december');
const tokenID = JSON.parse(market.clobTokenIds)[0];
let one;
await step('derive', async () => {
  const creds = await client(credentials.signer_private_key, credentials).deriveApiKey();
  one = client(credentials.signer_private_key, credentials, creds);
  return { same: creds.key === credentials.api_key && creds.secret === credentials.api_secret };
});
let best;
await step('book', async () => {
  const book = await one.getOrderBook(tokenID);
  best = Number(book.asks.at(-1).price);
  return { bids: book.bids.length, asks: book.asks.length, tick: book.tick_size };
});
await step('balance', async () => ({ balance: (await one.getBalanceAllowance({ asset_type: 'COLLATERAL' })).balance }));
let order;
await step('place', async () => {
  order = await one.createAndPostOrder({ tokenID, price: 0.02, size: 10.5, side: Side.BUY }, undefined, OrderType.GTC);
  return { success: order.success, status: order.status };
});
await step('open', async () => {
  const open = await one.getOpenOrders({ asset_id: tokenID });
  return { listed: open.some((row) => row.id === order.orderID), size: open[0]?.original_size };
});
await step('status', async () => ({ status: (await one.getOrder(order.orderID)).status }));
await step('cancel', async () => {
  const done = await one.cancelOrder({ orderID: order.orderID });
  return { canceled: done.canceled.includes(order.orderID), left: (await one.getOpenOrders()).length };
});
await step('market', async () => {
  const bought = await one.createAndPostMarketOrder({ tokenID, amount: 20, side: Side.BUY }, undefined, OrderType.FOK);
  const held = await json(`/polymarket/data/positions?user=${credentials.proxy_address}&sizeThreshold=0`);
  return { status: bought.status, worth: best > 0, held: held.length, trades: (await one.getTrades()).length };
});

const stranger = `0x${'0123456789abcdef'.repeat(4)}`;
await step('wrong wallet', async () => {
  const creds = await client(stranger, credentials).deriveApiKey();
  return { creds };
});
await step('wrong key', async () => {
  const other = await json('/_sim/polymarket/accounts', {});
  const { api_key: key, passphrase } = credentials;
  const mixed = client(credentials.signer_private_key, credentials, { key, passphrase, secret: other.credentials.api_secret });
  return { keys: await mixed.getApiKeys() };
});
await step('wrong signer', async () => {
  // The account's own credentials, and an order that another wallet signed.
  const { api_key: key, api_secret: secret, passphrase } = credentials;
  const signed = await client(stranger, credentials).createOrder({ tokenID, price: 0.02, size: 10, side: Side.BUY });
  return { taken: await client(credentials.signer_private_key, credentials, { key, secret, passphrase }).postOrder(signed) };
});
console.log(JSON.stringify({ steps }));
