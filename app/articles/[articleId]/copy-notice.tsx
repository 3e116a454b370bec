import { countElsewhere } from '#data/documents/article-copies';
import { Link } from '#ui/link';

/** Says that a newer copy of the article is there, or that claims stand in an earlier one. */
export function CopyNotice({ articleId, mayPlace }: { articleId: string; mayPlace: boolean }) {
  const { newer, elsewhere } = countElsewhere(articleId);
  if (!newer && elsewhere === 0) return null;
  return (
    <p className="notice">
      {newer
        ? 'There is a newer copy of this article than the one that is shown. '
        : `${elsewhere === 1 ? 'One claim stands' : `${elsewhere} claims stand`} in an earlier copy of this article only. `}
      {mayPlace && (
        <Link href={`/articles/${articleId}/new-copy`}>See where the claims are in it</Link>
      )}
    </p>
  );
}
