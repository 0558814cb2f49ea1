// What `veo-audit smoke --help` says.
import { KEYS_VARIABLE } from '../smoke/environmentKeys.ts';
import { FAMILY_IDS } from '../smoke/types.ts';

export const SMOKE_HELP = `Usage: veo-audit smoke [ROUTE…] [options]
       veo-audit smoke --model ID --surface SURFACE [options]
       veo-audit smoke --resume [RUN…]

Proves a route with one small job: is it accepted, does it finish, is the video what was asked for, what does
it cost. Evidence goes to .veo-audit/evidence as JSON and Markdown, the video to .veo-audit/videos.
The first run of a route is simulated, unless a live one is asked for.

What is asked
  ROUTE               a contract of veo-audit.yaml
  --as-declared       what the contract and the code behind it ask for, instead of the small request
  --model ID, --surface SURFACE    a route that no configuration names
  --seconds N, --resolution R, --aspect-ratio 16:9|9:16, --samples N, --audio, --no-audio, --prompt TEXT
                      default: the shortest 720p video that the model makes
  --storage gs://BUCKET/PATH       where Vertex AI puts the video; else its answer holds the bytes
  --base-url URL, --family FAMILY  where a gateway lives and what it speaks:
                      ${FAMILY_IDS.join(', ')}
  --project ID, --location L       for Vertex AI

Simulated, free of charge
  --simulate          against a stand-in on this machine; its evidence says "simulated": true
  --simulator URL     use a stand-in that runs already (veo-audit simulate), at its speed
  --speed N           how much faster than life it goes (default 60)
  --fault NAME[@STEP][#NTH][*TIMES], --faults FILE    what goes wrong; may be given several times
  --as-of YYYY-MM-DD  on which day (simulations only; a live run is always today)

Live, for money
  --live              ask before each request; needs a terminal
  --max-usd N         what all routes together may cost, in US dollars (default: smoke.maxUsd of veo-audit.yaml, at
                      most 2.00); implies --live
  --yes --max-usd N   send without a question, as long as it stays under that
  --controlled-failure   also send one request that must be refused (always done in simulations)
  --key-stdin         read a key from standard input, for the host of --base-url or of the public surface
  --key-host HOST     … for this host
                      Keys of the environment: GEMINI_API_KEY, GOOGLE_API_KEY, OPENROUTER_API_KEY, VERTEX_ACCESS_TOKEN
                      (or Google Cloud's application default credentials), and ${KEYS_VARIABLE}="host=key …"
                      for gateways

Both
  --resume            go on with runs that were interrupted (with --simulate: the simulated ones); polls their jobs,
                      never submits a job twice
  --deadline MINUTES  for the submit, and again for the job (default 10)
  --junit FILE        also write a JUnit report

Exit status: 0 every run passed, 1 a run did not pass, 2 wrong usage.

Examples
  veo-audit smoke film --simulate
  veo-audit smoke --model veo-3.1-generate-001 --surface vertex-ai --seconds 4 --simulate
  veo-audit smoke film --simulate --fault rate-limited@poll*3 --junit smoke.xml
`;
