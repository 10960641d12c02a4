import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'image',
  'heading',
  'lheading',
])

/** Guidance as HTML: paragraphs, lists, emphasis and links; no HTML of the writer's own, no images, no headings. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}
