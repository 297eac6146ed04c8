import type { Session, SignedIn } from "../../server/wire.ts";
import { About } from "./about.tsx";
import { Billing } from "./billing.tsx";
import { Branches, Endpoints } from "./lists.tsx";
import { BranchPage, ProjectPage } from "./project.tsx";
import { Projects } from "./projects.tsx";
import { Settings } from "./settings.tsx";

type Props = {
  readonly session: SignedIn;
  readonly path: string;
  readonly onSession: (session: Session) => void;
};

/** Which page an address shows. */
export function Pages({ session, path }: Props) {
  const [, first = "", id, , inner] = path.split("/");
  if (first === "projects" && id) {
    const project = session.projects.find((one) => one.id === id);
    const branch = project?.branches.find((one) => one.id === inner);
    if (project && branch) return <BranchPage session={session} project={project} branch={branch} />;
    if (project) return <ProjectPage session={session} project={project} />;
    return <p>There is no such project in {session.organisation.name}.</p>;
  }
  switch (first) {
    case "projects":
      return <Projects session={session} />;
    case "branches":
      return <Branches session={session} />;
    case "endpoints":
      return <Endpoints session={session} />;
    case "billing":
      return <Billing session={session} />;
    case "settings":
      return <Settings session={session} />;
    case "about":
      return <About what={id ?? ""} session={session} />;
    default:
      return <p>There is nothing at this address.</p>;
  }
}
