import type { Language } from '#app/domain/language.ts'
import { wordsIn } from './words.server.ts'

/** What is said where no page can be made: the request never reached one. Each has a title and a text in the catalogs. */
export type Notice =
  'tooLarge' | 'filesTooLarge' | 'foreignOrigin' | 'wrongMethod' | 'tooMany' | 'storageTrouble' | 'failed'

/** A plain page in the reader's language. `origin` is where the tool is to be opened. */
export function noticePage(notice: Notice, language: Language, origin: string): string {
  const { t } = wordsIn(language)
  const [title, text, home] = [
    t(`notice.${notice}.title`),
    t(`notice.${notice}.text`, { origin }),
    t('notice.home'),
  ].map((words) => escaped(words))
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/notice.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
