interface MarkdownProps {
  /** Rendered on the server by markdown-it with `html: false`; nothing else may come here. */
  html: string
  /** The language it is written in, where that is not the reader's. */
  lang?: string
}

/** Guidance that the municipality wrote. */
export function Markdown({ html, lang }: MarkdownProps) {
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
