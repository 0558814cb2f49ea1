// The options of curl: which take a value, and how they are written (`-d X`, `-dX`, `-sSd X`, `--data X`, `--data=X`).

/** An option as a word spells it. `valueAt`: where its value begins in the word; null where the next word is the value. */
export interface CurlOption {
  readonly name: string;
  readonly takesValue: boolean;
  readonly valueAt: number | null;
}

/** Letters of options that take a value; all others are switches. */
const SHORT_WITH_VALUE = /[AbcCdDeEFhHKmoPQrtTuUwxXyYz]/;

/** Long options without a value; the rest takes one. */
const SWITCHES = new Set(
  `anyauth append basic buffer ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable
  disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure fail fail-early fail-with-body
  false-start form-escape ftp-create-dirs ftp-pasv get globoff haproxy-protocol head http0.9 http1.0 http1.1 http2
  http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies list-only
  location location-trusted manual metalink negotiate netrc netrc-optional next no-alpn no-buffer no-clobber no-keepalive
  no-progress-meter no-sessionid ntlm parallel parallel-immediate path-as-is post301 post302 post303 progress-bar
  proxy-insecure proxytunnel raw remote-header-name remote-name remote-name-all remote-time remove-on-error
  retry-all-errors retry-connrefused show-error show-headers silent skip-existing ssl ssl-reqd ssl-revoke-best-effort
  styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3
  tr-encoding trace-ids trace-time use-ascii verbose version xattr`.split(/\s+/),
);

/** The last option that a word of curl spells; null where it is none (an address, a value). */
export function curlOption(word: string): CurlOption | null {
  const long = /^--([A-Za-z][\w.-]*)(=)?/.exec(word);
  if (long !== null) {
    const [whole, name = '', sign] = long;
    return { name, takesValue: !SWITCHES.has(name), valueAt: sign === undefined ? null : whole.length };
  }
  if (!/^-[A-Za-z0-9#:]/.test(word)) return null;
  const letters = word.slice(1);
  const at = letters.search(SHORT_WITH_VALUE);
  // What stands before the letter are switches only where nothing else than letters does.
  if (at < 0 || /[^A-Za-z0-9#:]/.test(letters.slice(0, at)))
    return { name: letters, takesValue: false, valueAt: null };
  return {
    name: letters[at] ?? '',
    takesValue: true,
    valueAt: at + 1 < letters.length ? at + 2 : null,
  };
}
