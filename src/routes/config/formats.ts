// Every format of a route configuration. A new one is a file here and a line below.
import { appSettings } from './appSettings.ts';
import { bifrost } from './bifrost.ts';
import { cloudflare } from './cloudflare.ts';
import { deployCommand } from './deployCommand.ts';
import { dockerfile } from './dockerfile.ts';
import { compose, deployment, kubernetes, workflow } from './environment.ts';
import { envoy } from './envoy.ts';
import { googleApiGateway } from './googleApiGateway.ts';
import { helicone } from './helicone.ts';
import { kong } from './kong.ts';
import { litellm } from './litellm.ts';
import { newApi } from './newApi.ts';
import { portkey } from './portkey.ts';
import { providerOptions } from './providerOptions.ts';
import { terraform } from './terraform.ts';
import { truefoundry } from './truefoundry.ts';
import type { ConfigFormat } from './types.ts';
import { variables } from './variables.ts';

/** Formats that are sure of what they see. Several may read parts of one file. */
export const GATEWAYS: readonly ConfigFormat[] = [
  litellm,
  portkey,
  kong,
  envoy,
  helicone,
  bifrost,
  truefoundry,
  newApi,
  cloudflare,
  googleApiGateway,
];
/** Formats whose words occur nowhere else: a file that cannot be read is still one of theirs. */
export const TELLING: readonly ConfigFormat[] = [litellm, kong, envoy, truefoundry, googleApiGateway];
export const DEPLOYMENTS: readonly ConfigFormat[] = [compose, kubernetes, workflow, terraform];
export const TERRAFORM: readonly ConfigFormat[] = [terraform];
/** What may stand beside anything else: variables of an environment. */
export const ANYWHERE: readonly ConfigFormat[] = [deployment];
/** Formats that look at what no other one knows; the first one that finds something counts. */
export const GENERAL: readonly ConfigFormat[] = [providerOptions, deployment, appSettings];
export const FILES: readonly ConfigFormat[] = [variables, dockerfile];
export const SCRIPTS: readonly ConfigFormat[] = [deployCommand];
