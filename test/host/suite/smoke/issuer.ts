// Stands in for what issues Google Cloud's access tokens: a metadata server, and the token address of a credentials file.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

export const METADATA_TOKEN = 'ya29.planted-token-of-the-metadata-server';
export const FILE_TOKEN = 'ya29.planted-token-of-a-credentials-file';
const METADATA_PATH = '/computeMetadata/v1/instance/service-accounts/default/token';
const TOKEN_PATH = '/v1/oauthtoken';

/** What tells Google's library where credentials are. */
const VARIABLES = [
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GCE_METADATA_HOST',
  'METADATA_SERVER_DETECTION',
  'CLOUDSDK_CONFIG',
] as const;

export interface Issuer {
  /** The paths that were asked, oldest first. */
  readonly asked: readonly string[];
  /** The process has no credentials but these from now on. */
  use(source: 'metadata server' | 'file' | 'nothing'): void;
  /** Ends it and gives the process its own credentials back. */
  close(): void;
}

/** Starts an issuer. `folder` is an empty one for its credentials file. */
export async function startIssuer(folder: string): Promise<Issuer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    asked.push(path);
    const token = path === METADATA_PATH ? METADATA_TOKEN : path === TOKEN_PATH ? FILE_TOKEN : null;
    response.writeHead(token === null ? 404 : 200, {
      'content-type': 'application/json',
      'metadata-flavor': 'Google',
    });
    response.end(JSON.stringify({ access_token: token, expires_in: 3599, token_type: 'Bearer' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const host = `127.0.0.1:${address.port}`;
  const file = join(folder, 'credentials.json');
  await writeFile(file, JSON.stringify(credentials(`http://${host}${TOKEN_PATH}`)));
  const own = new Map(VARIABLES.map((name) => [name, process.env[name]]));
  return {
    asked,
    use: (source) => {
      for (const name of VARIABLES) delete process.env[name];
      // Whatever else this machine has is not looked for.
      process.env.CLOUDSDK_CONFIG = folder;
      process.env.METADATA_SERVER_DETECTION = source === 'metadata server' ? 'assume-present' : 'none';
      if (source === 'metadata server') process.env.GCE_METADATA_HOST = host;
      if (source === 'file') process.env.GOOGLE_APPLICATION_CREDENTIALS = file;
    },
    close: () => {
      for (const [name, value] of own) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The kind of file whose token address is a part of it: that of a person from another identity provider. */
function credentials(tokenUrl: string): Readonly<Record<string, string>> {
  return {
    type: 'external_account_authorized_user',
    audience: '//iam.googleapis.com/locations/global/workforcePools/studio/providers/studio',
    client_id: 'studio',
    client_secret: 'studio-secret',
    refresh_token: 'studio-refresh',
    token_url: tokenUrl,
    token_info_url: tokenUrl,
  };
}
