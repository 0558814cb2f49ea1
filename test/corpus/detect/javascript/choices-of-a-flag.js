console.log(`
Options:
  --model=veo3_fast|veo3_quality    which model makes it
  --mode=veo3|other                 how it runs
`);
