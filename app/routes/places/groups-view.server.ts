import type { GroupView, NumberField, ReceiptView, ReportView } from '#app/components/groups-view.ts'
import {
  agreementIn,
  ELSEWHERE,
  groupHasEnded,
  type Agreement,
  type GroupUnit,
  type SaidNumber,
} from '#app/domain/child-group.ts'
import { totalShown } from '#app/domain/masking.ts'
import type { UnitGroups } from '#app/services/child-groups.server.ts'
import { addedFields, elsewhereField, groupField, reasonField, ROWS_TO_ADD, seenField } from './groups-form.server.ts'
import { placePath } from './paths.ts'

/** What a kindergarten has said, in the shape of its form. Groups that have ended on both sides stand apart. */
export function reportView(unit: UnitGroups): ReportView {
  const all = unit.groups.map((each) => groupView(unit, each))
  const rows = all.filter(isAsked)
  const elsewhere = ELSEWHERE.map((destination, at) => ({
    destination: DESTINATIONS[destination],
    ...numberField(elsewhereField(at), unit.elsewhere[destination] ?? null),
  }))
  const numbers = [...rows.map(({ reported }) => reported), ...elsewhere.map(({ said }) => said)]
  return {
    rows: rows.map((row) => ({ ...row, ...numberField(groupField(row.pairId), row.reported) })),
    elsewhere,
    added: Array.from({ length: ROWS_TO_ADD }, (_, at) => addedFields(at)),
    schools: unit.otherSchools.map(choiceOf),
    ended: all.filter((group) => !isAsked(group)),
    total: sumOf(numbers),
    missing: rows.filter(({ reported }) => reported === null).length,
  }
}

/** What the kindergartens say to a school, and what it answers. */
export function receiptView(unit: UnitGroups): ReceiptView {
  const all = unit.groups.map((each) => groupView(unit, each))
  const asked = all.filter(isAsked).toSorted((a, b) => TO_ANSWER.indexOf(a.agreement) - TO_ANSWER.indexOf(b.agreement))
  const rows = asked.map((row) => ({
    ...row,
    ...numberField(groupField(row.pairId), row.received),
    reasonField: reasonField(row.pairId),
    agreed: row.reported && row.agreement !== 'agreed' ? agreedValue(row) : null,
  }))
  return {
    rows,
    ended: all.filter((group) => !isAsked(group)),
    unanswered: rows.flatMap(({ agreement, agreed }) =>
      agreement === 'waits for the school' && agreed ? [agreed] : [],
    ),
    total: sumOf(rows.map(({ reported }) => reported)),
    missing: rows.filter(({ reported }) => reported === null).length,
  }
}

/** What the school has to answer stands first; what agrees, last. */
const TO_ANSWER: readonly Agreement[] = ['differs', 'waits for the school', 'not reported', 'agreed']

const DESTINATIONS = { 'another municipality': 'anotherMunicipality', 'not decided': 'notDecided' } as const

function groupView({ year, side, groups }: UnitGroups, { group, other }: UnitGroups['groups'][number]): GroupView {
  const { pairId, reported, received, movedTo } = group
  const to = groups.find((each) => each.group.pairId === movedTo)
  return {
    ...{ pairId, reported, received },
    name: nameOf(other),
    href: placePath(year, pairId),
    agreement: agreementIn(group),
    movedTo: side === 'kindergarten' && to ? to.other.name : null,
  }
}

/** A group that has ended is asked of as long as the school still counts children in it. */
function isAsked({ reported, received }: Pick<GroupView, 'reported' | 'received'>): boolean {
  return !groupHasEnded({ reported }) || (received?.children ?? 0) > 0
}

function agreedValue({ pairId, reported, received }: GroupView): string {
  return [pairId, reported?.children ?? '', received?.children ?? ''].join(':')
}

function numberField(field: string, said: SaidNumber | null): NumberField {
  return { field, seenField: seenField(field), said }
}

function sumOf(numbers: readonly (SaidNumber | null)[]): number {
  return totalShown(numbers.map((said) => said?.children ?? 'not reported')).sum
}

/** A unit to choose from a list. */
export function choiceOf({ id, ...unit }: GroupUnit) {
  return { value: id, words: nameOf(unit) }
}

/** A neighbour's unit says whose it is. */
export function nameOf({ name, externalMunicipality }: { name: string; externalMunicipality: string | null }): string {
  return externalMunicipality ? `${name} (${externalMunicipality})` : name
}
