namespace QuotaService.Data;

/// <summary>The names of everything that is counted.</summary>
public static class Resources
{
    public const string Instances = "instances";
    public const string Cores = "cores";
    public const string Ram = "ram";
    public const string SecurityGroups = "security_groups";
    public const string ServerGroups = "server_groups";

    public static readonly IReadOnlyList<string> All = [Instances, Cores, Ram, SecurityGroups, ServerGroups];
}
