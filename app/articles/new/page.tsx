import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { Link } from '#ui/link';
import { addArticle } from './actions';
import { NewArticleForm } from './new-article-form';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  await permitted('article.add');
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>New article</h1>
          <p className="lede">
            The desk finds the claims in the article and underlines them. You decide which claims
            are worth checking.
          </p>
        </div>
      </div>
      <NewArticleForm action={addArticle} id={uuidv7()} />
    </main>
  );
}
