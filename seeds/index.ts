import { closeDatabase } from '#data/database/db';
import { addStories } from './stories';

await addStories();
await closeDatabase();
