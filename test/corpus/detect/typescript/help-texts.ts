import { Command } from 'commander';

export const cli = new Command('render')
  .option('--model <model>', 'Model: veo3.1-fast, veo3.1 or a Kling one', 'veo3.1-fast')
  .option('--engine <engine>', 'One of veo-3.1-generate-001 and veo-3.1-fast-generate-001', "veo-3.1-generate-001")
  .description('Renders with Veo 3.1; veo3 stands for quality.')
  .addHelpText('after', 'Example: render --out veo3.mp4 --tier fast');
console.log('Using model: VEO3 (Veo 3.1)');
console.log(`veo3_fast job ${1} done, see veo-3.1.log`);
