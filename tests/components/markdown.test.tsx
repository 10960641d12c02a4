// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Markdown } from '#app/components/markdown.tsx'
import { renderMarkdown } from '#app/http/markdown.server.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const ALLOWED = ['P', 'A', 'CODE', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'BR', 'HR']

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](x" onerror="alert(1))',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<a href="https://example.com" onclick="alert(1)">x</a>',
  '<p style="position:fixed">pasted</p>',
  '[x](https://example.com "a\\" onmouseover=\\"alert(1)")',
  '`<script>alert(1)</script>`',
  '<!-- --><iframe src="https://example.com"></iframe>',
])('guidance that says %s is harmless', (hostile) => {
  const { container } = show(<Markdown html={renderMarkdown(hostile)} />)
  const elements = [...container.querySelectorAll('.prose *')]
  expect(elements.map(({ tagName }) => tagName).filter((tag) => !ALLOWED.includes(tag))).toEqual([])
  for (const { name, value } of elements.flatMap(({ attributes }) => [...attributes])) {
    expect(['href', 'title']).toContain(name)
    if (name === 'href') expect(value).toMatch(/^https:/)
  }
})

it.each([
  ['quotes', '>'.repeat(10_000)],
  [
    'lists',
    Array.from({ length: 140 }, (_, depth) => `${'  '.repeat(depth)}- x`)
      .join('\n')
      .slice(0, 10_000),
  ],
  ['brackets', '['.repeat(10_000)],
  ['links', '[a]('.repeat(2_500)],
  ['stars', '*a **a '.repeat(1_400)],
  [
    'backticks',
    Array.from({ length: 139 }, (_, at) => '`'.repeat(at))
      .join(' ')
      .slice(0, 10_000),
  ],
])('guidance of nested %s does not grow out of hand', (_what, nested) => {
  expect(renderMarkdown(nested).length).toBeLessThan(1_000_000)
})
