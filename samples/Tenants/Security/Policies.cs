namespace Tenants.Security;

public static class Policies
{
    public const string Agents = "agents";

    public const string Billing = "billing";

    public const string TicketAccess = "ticket-access";
}
