import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT }).sort()

/** The links and images of a document, but for those in code. */
function targetsIn(markdown: string): string[] {
  const prose = markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** The headings of a document, as links name them. */
function anchorsIn(markdown: string): string[] {
  const headings = [...markdown.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words)
  return headings.map((words) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe.each(DOCUMENTS)('%s', (document) => {
  const markdown = readFileSync(ROOT + document, 'utf8')
  const targets = targetsIn(markdown).filter((target) => !/^[a-z]+:/.test(target))

  test('leads only to what is there', () => {
    const broken = targets.filter((target) => {
      const [path = '', anchor] = target.split('#')
      const file = path ? fileURLToPath(new URL(path, `file://${ROOT}${document}`)) : ROOT + document
      if (!existsSync(file)) return true
      return anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

describe('decisions', () => {
  const records = DOCUMENTS.filter((document) => document.startsWith('docs/decisions/'))

  test('are numbered without a gap', () => {
    const numbers = records.map((record) => Number(/\/(\d{4})-/.exec(record)?.[1]))
    expect(numbers).toEqual(records.map((_, index) => index + 1))
  })

  test.each(records)('%s is short, and says its status and date', (record) => {
    const text = readFileSync(ROOT + record, 'utf8')
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(300)
    expect(text).toMatch(/^(Accepted|Superseded by \S+), \d{4}-\d{2}-\d{2}\.$/m)
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, words]) => words)).toEqual(['Context', 'Decision', 'Consequences'])
  })
})
