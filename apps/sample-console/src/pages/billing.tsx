import type { SignedIn } from "../../server/wire.ts";

export function Billing({ session }: { readonly session: SignedIn }) {
  return (
    <>
      <h1>Billing</h1>
      <p>
        {session.organisation.name} is on <strong>{session.plan.name}</strong>. In this demo the plan is
        changed at the top of the page.
      </p>
      <h2>Invoices</h2>
      {session.invoices.length === 0 ? (
        <p>No invoices: the Free plan costs nothing.</p>
      ) : (
        <div className="scroll" role="region" aria-label="Invoices" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Invoice</th>
                <th scope="col">Month</th>
                <th scope="col">Amount</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {session.invoices.map((invoice) => (
                <tr key={invoice.number}>
                  <td>{invoice.number}</td>
                  <td>{invoice.month}</td>
                  <td>{invoice.amount}</td>
                  <td>{invoice.state === "paid" ? "Paid" : "Open"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
