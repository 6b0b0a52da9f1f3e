// How ccxt is pointed at the simulator, venue by venue, and which of ccxt's own errors a refusal must raise.
//
// hosts   the real host of each of ccxt's addresses, and the simulator's path that stands for it
// keys    how the catalogue's credential fields are called in ccxt
// symbol  what is traded, in ccxt's form
// and where it differs: settings of the client; balances, amount, marketSide of the walk; wallet and quoteWallet, ccxt's
// names of what is spent and bought; balanceParams, orderParams, statusParams, further arguments of ccxt's calls;
// refusedAt, 'order' where only an order shows that a secret is wrong; wrong(good, bad), the credential fields that make
// a key wrong; late(client, now), how a clock is put back
// venue, account  the simulator's venue and what its accounts are made with, where the walk's name does not say it
// errors  ccxt's error class for a wrong secret, a late clock (none where the venue knows no clock), and a key
//         that may not trade; a comment says why where ccxt knows no better class than ExchangeError

const key = ({ api_key, api_secret, passphrase }) => ({ apiKey: api_key, secret: api_secret, password: passphrase });

export const venues = {
  bybit: {
    client: 'bybit',
    hosts: { 'api.bybit.com': 'bybit' },
    keys: key,
    symbol: 'BTC/USDT',
    statusParams: { acknowledged: true },
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'PermissionDenied' },
  },
  okx: {
    client: 'okx',
    hosts: { 'www.okx.com': 'okx' },
    keys: key,
    symbol: 'BTC/USDT',
    // 50120 ("does not have permission") is not in ccxt's table.
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'ExchangeError' },
  },
  kucoin: {
    client: 'kucoin',
    hosts: { 'api.kucoin.com': 'kucoin', 'api-futures.kucoin.com': 'kucoin/futures' },
    keys: key,
    symbol: 'BTC/USDT',
    // ccxt takes 400007 ("requires more permission") for an authentication error.
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'AuthenticationError' },
  },
  kraken: {
    client: 'kraken',
    hosts: { 'api.kraken.com': 'kraken' },
    keys: key,
    symbol: 'BTC/USDT',
    // "EAPI:Invalid signature" is not in ccxt's table. Nonces know no clock.
    errors: { secret: 'ExchangeError', right: 'PermissionDenied' },
  },
  binance: {
    client: 'binance',
    hosts: { 'api.binance.com': 'binance' },
    // Left alone, ccxt loads the markets of the whole family, from hosts that are not this venue's.
    settings: { options: { fetchMarkets: { types: ['spot'] } } },
    keys: key,
    symbol: 'BTC/USDT',
    // -2015 is one answer for a bad key, address or right; ccxt takes it for the first.
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'AuthenticationError' },
  },
  binance_usdm: {
    client: 'binanceusdm',
    hosts: { 'fapi.binance.com': 'binance_usdm', 'api.binance.com': 'binance_usdm/spot' },
    keys: key,
    symbol: 'BTC/USDT:USDT',
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'AuthenticationError' },
  },
  binance_us: {
    client: 'binanceus',
    hosts: { 'api.binance.us': 'binance_us' },
    keys: key,
    symbol: 'BTC/USDT',
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'AuthenticationError' },
  },
  bitget: {
    client: 'bitget',
    hosts: { 'api.bitget.com': 'bitget' },
    keys: key,
    symbol: 'BTC/USDT',
    account: { account_mode: 'classic' },
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'PermissionDenied' },
  },
  'bitget unified': {
    client: 'bitget',
    venue: 'bitget',
    hosts: { 'api.bitget.com': 'bitget' },
    keys: key,
    symbol: 'BTC/USDT',
    account: { account_mode: 'unified' },
    // ccxt sends the base amount of a market buy where a unified account counts in the quote coin.
    marketSide: 'sell',
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'PermissionDenied' },
  },
  coinbase: {
    client: 'coinbase',
    hosts: { 'api.coinbase.com': 'coinbase' },
    keys: key,
    symbol: 'BTC/USDT',
    // One plain "Unauthorized" for a wrong key, a wrong signature and a late clock.
    errors: { secret: 'AuthenticationError', clock: 'AuthenticationError', right: 'PermissionDenied' },
  },
  cryptocom: {
    client: 'cryptocom',
    hosts: { 'api.crypto.com': 'cryptocom' },
    keys: key,
    symbol: 'BTC/USDT',
    // 40101 stands for a wrong key, a wrong signature and a missing right alike.
    errors: { secret: 'AuthenticationError', clock: 'InvalidNonce', right: 'AuthenticationError' },
  },
  hyperliquid: {
    client: 'hyperliquid',
    hosts: { 'api.hyperliquid.xyz': 'hyperliquid' },
    keys: ({ api_key, api_secret }) => ({ walletAddress: api_key, privateKey: api_secret }),
    // The spot market's bitcoin is Unit's UBTC, which ccxt calls BTC.
    symbol: 'BTC/USDC',
    settings: { options: { defaultType: 'spot' } },
    balances: { BTC: '2', USDC: '100000' },
    // There is no balance that a wrong key could not read, and no key that may not trade: an order of either is one
    // of a wallet that nobody approved, which ccxt takes for an invalid order. Nonces may be two days old.
    refusedAt: 'order',
    wrong: () => ({ api_secret: '0x' + '0123456789abcdef'.repeat(4) }),
    errors: { secret: 'InvalidOrder', right: 'InvalidOrder' },
  },
};
