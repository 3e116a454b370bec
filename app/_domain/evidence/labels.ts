import type { Directness, Stance } from './stance';

export const STANCE_LABELS: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
  inconclusive: 'Inconclusive',
};

export const STANCE_HINTS: Record<Stance, string> = {
  supports: 'The source confirms the claim.',
  refutes: 'The source contradicts the claim.',
  context: 'The source does not decide the claim, but readers should know it.',
  inconclusive: 'The source discusses the claim but does not decide it.',
};

export const DIRECTNESS_LABELS: Record<Directness, string> = {
  primary: 'Primary',
  secondary: 'Secondary',
  tertiary: 'Tertiary',
};

export const DIRECTNESS_HINTS: Record<Directness, string> = {
  primary:
    'A record, a register, or an account by people who did, saw, counted or decided the thing themselves.',
  secondary: 'A report of a primary source.',
  tertiary: 'A collection of other reports: an encyclopaedia, a digest.',
};
