/* What receivers of webhooks copy; the tests run the one and compare the other with it. */

export const node = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the bytes as they came, before any JSON.parse
export function isFromSequence(secret, headers, body) {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': told } = headers;
    if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) return false;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const hmac = createHmac('sha256', key).update(\`\${id}.\${at}.\`).update(body);
    const mine = Buffer.from('v1,' + hmac.digest('base64'));
    return told.split(' ').map((one) => Buffer.from(one))
        .some((one) => one.length === mine.length && timingSafeEqual(one, mine));
}`;

export const python = `import base64, hashlib, hmac, time

# body: the bytes as they came, before any json.loads
def is_from_sequence(secret, headers, body):
    id, at, told = (headers["webhook-" + it] for it in ("id", "timestamp", "signature"))
    if abs(time.time() - int(at)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
    mine = "v1," + base64.b64encode(mac).decode()
    return any(hmac.compare_digest(one.encode(), mine.encode()) for one in told.split(" "))`;

export const example = `POST /hooks/sequence HTTP/1.1
Content-Type: application/json
webhook-id: 0199a000-0000-7000-8000-000000000009
webhook-timestamp: 1795255200
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type":"connection.failing","timestamp":"2026-11-21T10:00:00Z",
 "data":{"alert_id":"0199a000-…","title":"…","text":"…","url":"https://…",
  "connections":[{"connection_id":"…","label":"Main account","venue":"bybit",
   "state":"reauth_needed","fault":"INVALID_KEY"}]}}`;
