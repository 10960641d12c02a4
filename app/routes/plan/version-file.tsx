import { found } from '#app/domain/refusal.ts'
import { fileName } from '#app/http/file-name.server.ts'
import { anyone } from '#app/http/guard.server.ts'
import { versionOf } from '#app/http/params.ts'
import { FILE_FORMATS, readVersionFile, type FileFormat } from '#app/services/plan-file.server.ts'

const KINDS: Readonly<Record<FileFormat, { type: string; ending: string }>> = {
  json: { type: 'application/json', ending: 'json' },
  markdown: { type: 'text/markdown', ending: 'md' },
}

/** A published version as a file to keep, to edit, or to begin another municipality's plan from. */
export const loader = anyone(async ({ context, params, request }) => {
  const number = versionOf(params)
  const asked = new URL(request.url).searchParams.get('format') ?? 'json'
  const format = found(FILE_FORMATS.find((each) => each === asked))
  const { municipality, text } = await readVersionFile(context, number, format)
  const { type, ending } = KINDS[format]
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${fileName(['plan', municipality, 'versjon', number], ending)}"`,
  }
  return new Response(text, { headers })
})
