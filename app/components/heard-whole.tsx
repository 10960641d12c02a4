import { useTranslation } from 'react-i18next'
import { CommentList, type CommentView } from './comment-list.tsx'
import { useSavedAs } from './saved-as.ts'
import { Said, Talking, type Talk } from './talking.tsx'

/** What was said of the plan as a whole, and the form to say something of it. */
export function HeardWhole({ comments, talk }: { comments: readonly CommentView[]; talk: Talk }) {
  const { t } = useTranslation()
  const savedAs = useSavedAs(talk.form, talk.said === 'plan')
  return (
    <section aria-labelledby="whole">
      <h2 id="whole" tabIndex={-1}>
        {t('hearing.general')}
      </h2>
      <Said step="" talk={talk} />
      {comments.length === 0 && <p className="quiet">{t('hearing.generalNone')}</p>}
      <CommentList comments={comments} />
      <Talking key={savedAs} step="" talk={talk} />
    </section>
  )
}
