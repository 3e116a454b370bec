import type { Entity } from './entity';
import { isRegion } from './nouns';

const MAX_REMEMBERED = 600;

/** All that a text has told of, found by name, by surname and by noun. */
export class EntityMemory {
  readonly #byName = new Map<string, Entity>();
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #byNoun = new Map<string, Entity[]>();
  #size = 0;

  /** Whether there is room for more: a book has more names than anybody resolves. */
  get isFull(): boolean {
    return this.#size >= MAX_REMEMBERED;
  }

  add(entity: Entity): Entity {
    this.#size++;
    for (const noun of entity.nouns) this.call(entity, noun);
    return entity;
  }

  /** One more name of an entity; of a person also the surname. */
  name(entity: Entity, name: string): void {
    const lower = plain(name);
    this.#byName.set(lower, entity);
    const words = lower.split(' ');
    const last = words.at(-1) ?? '';
    // 'Fan Expo Canada' is no Canada.
    if (entity.kind === 'person' && words.length > 1 && !isRegion(last))
      put(this.#bySurname, last, entity);
  }

  /** One more noun that an entity can be called by. */
  call(entity: Entity, noun: string): void {
    entity.nouns.add(noun);
    put(this.#byNoun, noun, entity);
  }

  named(name: string): Entity | null {
    return this.#byName.get(plain(name)) ?? null;
  }

  /** Everybody with this surname whose name was given in full. */
  bearing(surname: string): readonly Entity[] {
    return this.#bySurname.get(surname.toLowerCase()) ?? [];
  }

  /** Everything that was called by this noun, in the order of the text. */
  called(noun: string): readonly Entity[] {
    return this.#byNoun.get(noun) ?? [];
  }
}

function plain(name: string): string {
  const lower = name.toLowerCase();
  const bare = lower.startsWith('the ') ? lower.slice(4) : lower;
  return bare.includes('’') ? bare.replaceAll('’', "'") : bare;
}

function put(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (!list.includes(entity)) list.push(entity);
}
