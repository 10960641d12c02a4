import { expect, test } from 'vitest'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'

test('what somebody did is found without reading what everybody did', async () => {
  const { sqlite } = await world()
  const newest = 'select sequence, kind, at, content from event where person_id = ? order by sequence desc limit 51'
  const earlier = newest.replace('order by', 'and sequence < 100 order by')
  for (const sql of [newest, earlier]) {
    const plan = sqlite.prepare(`explain query plan ${sql}`).all(PEOPLE.adviser.id) as { detail: string }[]
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH event USING INDEX event_person \(person_id=\?/),
    ])
  }
})
