import type { Metadata } from 'next';
import Link from 'next/link';
import { v7 as uuidv7 } from 'uuid';
import { signedIn } from '#accounts/signed-in';
import { addArticle } from './actions';
import { NewArticleForm } from './new-article-form';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  await signedIn();
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/articles">Articles</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>New article</h1>
          <p className="lede">
            The desk finds the single claims in it and underlines them. You decide which are worth
            checking.
          </p>
        </div>
      </div>
      <NewArticleForm action={addArticle} id={uuidv7()} />
    </main>
  );
}
