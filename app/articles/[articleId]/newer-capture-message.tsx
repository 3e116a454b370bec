import { countElsewhere } from '#data/documents/article-captures';
import { Link } from '#ui/link';

/** Says that a newer copy of the article is there, or that claims stand in an earlier one. */
export function NewerCaptureMessage({
  articleId,
  mayPlace,
}: {
  articleId: string;
  mayPlace: boolean;
}) {
  const { newer, elsewhere } = countElsewhere(articleId);
  if (!newer && elsewhere === 0) return null;
  return (
    <p className="notice">
      {newer
        ? 'This article has a newer copy. The page shows an earlier copy. '
        : `${elsewhere === 1 ? 'One claim is' : `${elsewhere} claims are`} only in an earlier copy of this article. `}
      {mayPlace && (
        <Link href={`/articles/${articleId}/new-copy`}>Find the claims in the new copy</Link>
      )}
    </p>
  );
}
