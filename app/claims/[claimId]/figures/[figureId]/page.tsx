import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { findEngineReading } from '#data/quantities';
import { figureInWords } from '#domain/figure-words';
import { isEditable } from '#domain/review';
import { readFigure } from '#engine/quantities';
import { toId } from '#forms/address';
import { ClaimHeading } from '../../claim-heading';
import { findClaimOf } from '../../claim-of';
import { NotUnderWork } from '../../not-under-work';
import { saveFigure } from './actions';
import { FigureForm } from './figure-form';
import '../../claim.css';

export const metadata: Metadata = { title: 'Figure' };

export default async function FigurePage({
  params,
}: PageProps<'/claims/[claimId]/figures/[figureId]'>) {
  await permitted('figure.edit');
  const { claimId, figureId } = await params;
  const claim = await findClaimOf(claimId);
  if (!claim) notFound();
  const isNew = figureId === 'new';
  const figure = claim.quantities.find(({ id }) => id === toId(figureId));
  if (!isNew && !figure) notFound();
  const before = figure?.corrected ? await findEngineReading(figure.id) : null;
  return (
    <main id="main" className="narrow">
      <ClaimHeading claim={claim} title={isNew ? 'Add a figure' : 'Edit figure'} />
      {isEditable(claim.status) ? (
        <FigureForm
          isNew={isNew}
          held={figure ?? null}
          read={figure ? readFigure(figure.surface) : null}
          before={
            before && `“${before.surface}” as ${figureInWords({ ...before, unitName: null })}`
          }
          action={saveFigure.bind(null, claim.id, figure?.id ?? uuidv7())}
          values={{
            revision: String(claim.revision),
            ...(figure && {
              surface: figure.surface,
              qualifier: figure.qualifier,
              value: figure.value ?? '',
              low: figure.low ?? '',
              high: figure.high ?? '',
              unit: figure.unit ?? '',
              measure: figure.measure ?? '',
              statistic: figure.statistic ?? '',
              asOf: figure.asOf ?? '',
              ...(figure.leading && { leading: 'yes' }),
            }),
          }}
        />
      ) : (
        <NotUnderWork claim={claim} />
      )}
    </main>
  );
}
