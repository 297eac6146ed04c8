import {
  IconCircle,
  IconCircleDashed,
  IconOctagonFilled,
  IconSquare,
  IconSquareRotated,
  IconTriangleFilled,
} from "@tabler/icons-react";
import { PolicyText } from "../speech/policy-text.tsx";
import classes from "./facts.module.css";

const SHAPES = [
  IconOctagonFilled,
  IconTriangleFilled,
  IconSquareRotated,
  IconSquare,
  IconCircle,
  IconCircleDashed,
] as const;

/** A severity: shape by rank, number and the policy's name. Ink only, so nothing is lost in grey. */
export function Severity(props: { readonly severity: { readonly rank: number; readonly name: string } }) {
  const { rank, name } = props.severity;
  const Shape = SHAPES[rank - 1] ?? IconCircleDashed;
  return (
    <span className={classes.severity}>
      <Shape size={16} stroke={2} aria-hidden />
      <span>
        {rank} <PolicyText>{name}</PolicyText>
      </span>
    </span>
  );
}
