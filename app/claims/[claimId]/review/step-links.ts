import type { Claim } from '#data/claims/claims';
import { claimCode } from '#domain/claims/claim';
import type { NextStep } from '#domain/review/next-step';

/** Where a step is taken: another page, or a part of the page of the claim ('#…'). */
export type StepLink = { readonly words: string; readonly href: string };

/** Where a step is taken; null where it is a form of the next step itself, or nothing at all. */
export function leadTo(step: NextStep, { number, article }: Claim): StepLink | null {
  const page = `/claims/${claimCode(number)}`;
  switch (step) {
    case 'article':
      return { words: 'Open the article', href: `/articles/${article.id}` };
    case 'attach':
    case 'contrary':
      return { words: 'Attach evidence', href: `${page}/evidence/new` };
    case 'quotes':
      return { words: 'Correct the quote', href: '#evidence-title' };
    case 'compare':
      return { words: 'Compare the figures', href: '#held-title' };
    case 'verdict':
      return { words: 'Give a verdict', href: `${page}/verdict` };
    case 'newVersion':
      return { words: 'Give a new version of the verdict', href: `${page}/verdict` };
    case 'comments':
      return { words: 'Read the open comments', href: '#comments-title' };
    case 'invite':
      return { words: 'Invite a second person', href: '/people?role=editor#invite-title' };
    default:
      return null;
  }
}
