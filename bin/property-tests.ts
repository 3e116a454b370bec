import fc from 'fast-check';

// One seed, so that a red run is about the change and not about luck; PLUMBLINE_SEED looks elsewhere
// (`PLUMBLINE_SEED=$RANDOM PLUMBLINE_RUNS=20000 npx vitest run app/_engine`).
fc.configureGlobal({
  seed: Number(process.env.PLUMBLINE_SEED ?? 20251103),
  numRuns: Number(process.env.PLUMBLINE_RUNS ?? 300),
});
