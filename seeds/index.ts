import { closeDatabase } from '#data/db';
import { addStories } from './stories';

await addStories();
await closeDatabase();
