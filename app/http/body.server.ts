import type { NextFunction, Request as Incoming, Response as Outgoing } from 'express'

export const MEBIBYTE = 1024 * 1024
/** A browser reads our answer only after it has sent everything; beyond this it is no form of ours. */
const PATIENCE = 32 * MEBIBYTE

/**
 * Reads a body of at most 1 MiB, or of what `largestFor` lets it have, into `body`; calls `tooLarge` to answer a larger
 * one, announced or streamed.
 */
export function boundedBody(
  tooLarge: (incoming: Incoming, outgoing: Outgoing) => void,
  largestFor: (incoming: Incoming) => Promise<number>,
) {
  const read = (incoming: Incoming, outgoing: Outgoing, next: NextFunction, largest: number): void => {
    const pieces: Buffer[] = []
    let size = 0
    let refused = false
    const refuse = () => {
      if (refused) return
      refused = true
      pieces.length = 0
      outgoing.setHeader('Connection', 'close')
      tooLarge(incoming, outgoing)
    }
    incoming.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > PATIENCE) incoming.destroy()
      else if (size > largest) refuse()
      else pieces.push(piece)
    })
    incoming.on('end', () => {
      if (refused) return
      incoming.body = Buffer.concat(pieces)
      next()
    })
    if (Number(incoming.headers['content-length'] ?? 0) > largest) refuse()
  }
  return (incoming: Incoming, outgoing: Outgoing, next: NextFunction): void => {
    if (incoming.method !== 'POST') return next()
    incoming.on('error', () => outgoing.destroy())
    largestFor(incoming).then((largest) => read(incoming, outgoing, next, largest), next)
  }
}
