// node hyperliquid.mjs <simulator>: trades at the simulated Hyperliquid with the SDK that its users write in and prints
// {"steps":{"<step>":{"ok":true,…facts}|{"ok":false,"error":"<class>","message":"…"}}}. In the messages of refusals
// the address that signed is written SIGNER, any other one OTHER, and numbers of more than nine digits are written N.

import { ExchangeClient, HttpTransport, InfoClient } from '@nktkas/hyperliquid';
import { formatPrice, formatSize, SymbolConverter } from '@nktkas/hyperliquid/utils';
import { randomBytes } from 'node:crypto';
import { privateKeyToAccount } from 'viem/accounts';

const [simulator] = process.argv.slice(2);
const mainnet = `${simulator}/hyperliquid/`;
const DAY = 86400000;
const steps = {};

async function admin(method, path, terms) {
  const answer = await fetch(`${simulator}/_sim/hyperliquid/${path}`, { method, body: JSON.stringify(terms) });
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status} to ${path}: ${await answer.text()}`);
  return answer.json();
}

const account = async (terms) => (await admin('POST', 'accounts', terms)).credentials;

/** The address of every request is the simulator's; the SDK asks no chain for anything. */
const transport = (terms) => new HttpTransport({ apiUrl: mainnet, rpcUrl: 'http://127.0.0.1:9/no-chain', ...terms });

/** The part of the SDK that signs. */
function signing(secret, settings, wire = transport()) {
  return new ExchangeClient({ transport: wire, wallet: privateKeyToAccount(secret), ...settings });
}

async function step(title, act, signer) {
  try {
    steps[title] = { ok: true, ...(await act()) };
  } catch (e) {
    steps[title] = { ok: false, error: e.constructor.name, message: plain(String(e.message), signer) };
  }
}

function plain(message, secret) {
  const signer = secret && privateKeyToAccount(secret).address.toLowerCase();
  return message
    .replace(/0x[0-9a-f]{40}/gi, (address) => (address.toLowerCase() === signer ? 'SIGNER' : 'OTHER'))
    .replace(/\d{10,}/g, 'N')
    .slice(0, 500);
}

const { api_key: user, api_secret: secret } = await account({ balances: { BTC: '2', USDC: '100000' } });
const info = new InfoClient({ transport: transport() });
const exchange = signing(secret);
const newCloid = () => `0x${randomBytes(16).toString('hex')}`;
const order = (a, p, s, tif, c) => ({ orders: [{ a, b: true, p, s, r: false, t: { limit: { tif } }, c }], grouping: 'na' });
const outcome = (answer) => answer.response.data.statuses[0];
const spot = async () => Object.fromEntries((await info.spotClearinghouseState({ user })).balances.map((b) => [b.coin, b.total]));

let perp;
let pair;
await step('markets', async () => {
  const symbols = await SymbolConverter.create({ transport: transport(), dexs: true });
  const market = (name) => ({ name, asset: symbols.getAssetId(name), decimals: symbols.getSzDecimals(name) });
  perp = market('BTC');
  pair = { ...market('UBTC/USDC'), coin: symbols.getSpotPairId('UBTC/USDC') };
  return { perp: perp.asset, spot: pair.asset, decimals: perp.decimals, coin: pair.coin };
});
await step('role', async () => {
  const { address } = privateKeyToAccount(secret);
  const role = await info.userRole({ user: address });
  const agent = (await info.extraAgents({ user })).find((one) => one.address === address.toLowerCase());
  return { role: role.role, ours: role.data?.user === user, days: Math.round((agent.validUntil - Date.now()) / DAY) };
});
await step('balance', async () => {
  const state = await info.clearinghouseState({ user });
  const { UBTC, USDC } = await spot();
  return { value: state.marginSummary.accountValue, free: state.withdrawable, UBTC, USDC };
});
let mids;
await step('book', async () => {
  mids = await info.allMids();
  const { levels } = await info.l2Book({ coin: perp.name });
  const [bid, ask] = levels.map((side) => Number(side[0].px));
  return { bids: levels[0].length, asks: levels[1].length, mid: Number(mids[perp.name]), crossed: bid >= ask };
});

const cloid = newCloid();
const low = () => formatPrice(Number(mids[perp.name]) * 0.8, perp.decimals);
const size = () => formatSize('0.01', perp.decimals);
const resting = (of = user) => info.openOrders({ user: of });
let oid;
await step('place', async () => {
  const placed = outcome(await exchange.order(order(perp.asset, low(), size(), 'Gtc', cloid)));
  oid = placed.resting.oid;
  return { oid: typeof oid, cloid: placed.resting.cloid === cloid };
});
await step('open', async () => {
  const found = (await resting()).find((one) => one.oid === oid);
  return { coin: found.coin, side: found.side, size: found.origSz, cloid: found.cloid === cloid };
});
await step('status', async () => {
  const byCloid = await info.orderStatus({ user, oid: cloid });
  const byOid = await info.orderStatus({ user, oid });
  const unknown = await info.orderStatus({ user, oid: newCloid() });
  return { status: byCloid.order.status, tif: byCloid.order.order.tif, same: byOid.order.order.oid === oid, unknown: unknown.status };
});
const cancel = () => exchange.cancelByCloid({ cancels: [{ asset: perp.asset, cloid }] });
await step('cancel', async () => {
  const done = outcome(await cancel());
  const { order: found } = await info.orderStatus({ user, oid: cloid });
  return { done, status: found.status, left: (await resting()).length };
});
await step('cancel again', async () => ({ done: outcome(await cancel()) }), secret);

// There are no market orders: an Ioc at a worse price stands for one.
await step('fill', async () => {
  const price = formatPrice(Number(mids[perp.name]) * 1.05, perp.decimals);
  const { filled } = outcome(await exchange.order(order(perp.asset, price, size(), 'Ioc', newCloid())));
  const [fill] = await info.userFills({ user });
  const { assetPositions } = await info.clearinghouseState({ user });
  const position = assetPositions[0].position;
  return { size: filled.totalSz, fill: fill.oid === filled.oid, dir: fill.dir, fee: Number(fill.fee), coin: position.coin, held: position.szi };
});
let bought;
await step('spot fill', async () => {
  const price = formatPrice(Number(mids[pair.coin]) * 1.05, pair.decimals, 'spot');
  const { filled } = outcome(await exchange.order(order(pair.asset, price, formatSize('0.01', pair.decimals), 'Ioc')));
  const [fill] = await info.userFills({ user });
  bought = { cost: filled.totalSz * filled.avgPx, got: filled.totalSz - fill.fee };
  return { size: filled.totalSz, fill: fill.oid === filled.oid, dir: fill.dir, coin: fill.coin, feeToken: fill.feeToken };
});
await step('moved', async () => {
  const { UBTC, USDC } = await spot();
  return { ...bought, gained: UBTC - 2, spent: 100000 - USDC };
});
await step('not filled', async () => ({ done: outcome(await exchange.order(order(perp.asset, low(), size(), 'Ioc'))) }), secret);
await step('too small', async () => ({ done: outcome(await exchange.order(order(perp.asset, low(), '0.00001', 'Gtc'))) }), secret);

await step('sub-account', async () => {
  const { api_key: master, api_secret, passphrase: vault } = await account({ sub_account: true, balances: { USDC: '1000' } });
  const acting = signing(api_secret, { defaultVaultAddress: vault });
  const placed = outcome(await acting.order(order(perp.asset, low(), size(), 'Alo')));
  return { listed: (await resting(vault))[0].oid === placed.resting.oid, master: (await resting(master)).length };
});
await step('testnet', async () => {
  const { api_secret } = await account({ host: 'testnet' });
  const test = transport({ apiUrl: `${mainnet}testnet/`, isTestnet: true });
  return { type: (await signing(api_secret, {}, test).noop()).response.type };
});

// Who signs is told by the signature alone, so a refusal names whom the venue took for the signer.
async function refused(title, signer, client) {
  await step(title, async () => ({ taken: await client().order(order(perp.asset, low(), size(), 'Gtc')) }), signer);
}

const stranger = `0x${'0123456789abcdef'.repeat(4)}`;
await refused('unapproved key', stranger, () => signing(stranger));
const { account_id: aged, credentials: old } = await admin('POST', 'accounts', {});
await step('agent', async () => ({ type: (await signing(old.api_secret).noop()).response.type }));
await admin('PATCH', `accounts/${aged}`, { expires_at: new Date(Date.now() - 60000).toISOString() });
await refused('expired agent', old.api_secret, () => signing(old.api_secret));
await step('expired role', async () => info.userRole({ user: privateKeyToAccount(old.api_secret).address }));
await refused('other network', secret, () => signing(secret, {}, transport({ isTestnet: true })));
await refused('no sub-account', secret, () => signing(secret, { defaultVaultAddress: user }));
await refused('late order', secret, () => signing(secret, { defaultExpiresAfter: Date.now() - 1000 }));
const nonce = Date.now();
const repeating = signing(secret, { nonceManager: () => nonce });
await step('nonce', async () => ({ type: (await repeating.noop()).response.type }), secret);
await refused('nonce again', secret, () => repeating);
const daysAgo = (days) => Date.now() - days * DAY;
await refused('old nonce', secret, () => signing(secret, { nonceManager: () => daysAgo(3) }));
await refused('early nonce', secret, () => signing(secret, { nonceManager: () => daysAgo(-2) }));
await step('nothing taken', async () => ({ left: (await resting()).length }));
console.log(JSON.stringify({ steps }));
