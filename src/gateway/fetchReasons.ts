// Why a connection failed, in words.
import { messageOf } from '../thrown.ts';

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNRESET: 'the connection ended in the middle',
  UND_ERR_SOCKET: 'the connection ended in the middle',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped coming',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
};

/** A clause such as `nothing listens there`. */
export function reasonOfFetch(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    const reason = REASONS[code];
    if (reason !== undefined) return reason;
    if (cause.message === 'terminated') return 'the connection ended in the middle';
  }
  return messageOf(error);
}
