import { getDaysInMonth, parseISO } from 'date-fns'
import type { LocalDate } from './calendar.ts'
import { isOnWheel, MONTHS } from './year-wheel.ts'

/** Angles are in radians, clockwise from the top, where August begins. */
const TURN = 2 * Math.PI

/** The part of the turn after November that stays open: it shows where the year begins and ends, and names the rings. */
export const OPEN = TURN / 10
/** Every month has as much of the wheel as any other. */
export const MONTH = (TURN - OPEN) / MONTHS

/** A part of the wheel. */
export interface Sector {
  from: number
  to: number
}

/** The sector of the month a day is in; of the first or last month where the cycle does not have the day. */
export function sectorOf(on: LocalDate, year: number): Sector {
  const month = Math.min(Math.max(monthsSinceAugust(on, year), 0), MONTHS - 1)
  return { from: month * MONTH, to: (month + 1) * MONTH }
}

function monthsSinceAugust(on: LocalDate, year: number): number {
  return (Number(on.slice(0, 4)) - year + 1) * 12 + Number(on.slice(5, 7)) - 8
}

/** Where on the wheel a day is: the middle of the day, in its month's sector. A day outside the cycle is at its edge. */
export function angleOf(on: LocalDate, year: number): number {
  const { from, to } = sectorOf(on, year)
  if (!isOnWheel(year, on)) return monthsSinceAugust(on, year) < 0 ? from : to
  return from + ((Number(on.slice(8)) - 0.5) / getDaysInMonth(parseISO(on))) * MONTH
}

/** A label on a ring: `at` is its day, `angle` where there was room for it, as near as could be. */
export interface Label {
  at: number
  angle: number
  /** How far from the centre its middle is. */
  radius: number
}

/** A ring with its labels, in the order of their days. Labels are as wide as high, and none meets another. */
export interface RingLayout {
  outer: number
  inner: number
  label: number
  labels: readonly Label[]
}

/** A label with the room around it, and what a ring has inside its edges. */
export const LABEL = 30
const EDGE = 3

/**
 * Lays the labels of a ring out, for days in order: as near their day as there is room for, within the month, side by
 * side in two lanes where one is too short. Only where a month is too full for that do labels go outside it; and where
 * the whole ring is, they become smaller.
 */
export function ringLayout(days: readonly LocalDate[], year: number, outer: number): RingLayout {
  const at = days.map((on) => angleOf(on, year))
  const months = days.map((on) => sectorOf(on, year))
  const wheel = days.map(() => ({ from: 0, to: MONTHS * MONTH }))
  for (const lanes of [1, 2]) {
    const angles = spread(at, months, widthIn(outer, lanes), lanes)
    if (angles) return inLanes(at, angles, outer, lanes, LABEL)
  }
  const angles = spread(at, wheel, widthIn(outer, 2), 2)
  if (angles) return inLanes(at, angles, outer, 2, LABEL)
  const width = (MONTHS * MONTH) / Math.ceil(days.length / 2)
  const label = 2 * laneOf(outer, 1) * Math.sin(width / 2)
  return inLanes(at, spread(at, wheel, width, 2) ?? at, outer, 2, label)
}

/** How far from the centre the middle of a lane is, counted from outside. */
function laneOf(outer: number, lane: number): number {
  return outer - EDGE - (lane + 0.5) * LABEL
}

/** The angle that a label takes in the innermost of so many lanes. */
function widthIn(outer: number, lanes: number): number {
  return 2 * Math.asin(LABEL / 2 / laneOf(outer, lanes - 1))
}

/**
 * Angles in the same order, each within its bounds and as near what is wanted as those before it leave room for, with a
 * width between any two of one lane, or null where there is no room. Every lane takes its turn.
 */
function spread(
  wanted: readonly number[],
  bounds: readonly Sector[],
  width: number,
  lanes: number,
): readonly number[] | null {
  const latest: number[] = []
  for (const at of [...wanted.keys()].reverse()) {
    const after = Math.min(latest[at + 1] ?? Infinity, (latest[at + lanes] ?? Infinity) - width)
    latest[at] = Math.min(bounds[at]?.to ?? 0, after)
  }
  const angles: number[] = []
  for (const [at, angle] of wanted.entries()) {
    const before = Math.max(angles[at - 1] ?? 0, (angles[at - lanes] ?? -Infinity) + width, bounds[at]?.from ?? 0)
    const last = latest[at] ?? 0
    if (before > last + TINY) return null
    angles.push(Math.max(before, Math.min(angle, last)))
  }
  return angles
}

/** What sums of angles may be off by. */
const TINY = 1e-9

function inLanes(
  at: readonly number[],
  angles: readonly number[],
  outer: number,
  lanes: number,
  label: number,
): RingLayout {
  const width = widthIn(outer, lanes)
  const isAlone = (angle: number, index: number) =>
    [angles[index - 1], angles[index + 1]].every((other) => other === undefined || Math.abs(other - angle) >= width)
  const middle = (laneOf(outer, 0) + laneOf(outer, lanes - 1)) / 2
  return {
    outer,
    inner: outer - 2 * EDGE - lanes * LABEL,
    label,
    labels: angles.map((angle, index) => ({
      at: at[index] ?? angle,
      angle,
      radius: isAlone(angle, index) ? middle : laneOf(outer, index % lanes),
    })),
  }
}

/** A point so far from the centre at an angle: right and down are positive, as on a screen. */
export function pointAt(angle: number, radius: number): { x: number; y: number } {
  return { x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius }
}
