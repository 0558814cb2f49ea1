#!/usr/bin/env node
import { Command } from 'commander';

const program = new Command('veo3-cli');

program
  .command('generate')
  .option('-m, --model <id>', 'which ID to send, be it \"veo-3.0-fast-generate-001\" or \"veo-2.0-generate-001\"', 'veo-2.0-generate-001')
  .option('-o, --output <file>', 'target file', 'veo3-output.mp4')
  .option('--fast', 'same as --model veo-3.0-fast-generate-preview')
  .action(async (opts) => {
    const models = ["veo-3.1-generate-001", "veo-3.1-fast-generate-001"];
    if (!models.includes(opts.model)) console.warn(`unknown model, try veo-3.1-generate-001`);
  });

program.parse();
