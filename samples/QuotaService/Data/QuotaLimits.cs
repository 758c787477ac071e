using System.ComponentModel.DataAnnotations.Schema;

namespace QuotaService.Data;

/// <summary>How much of each resource may be used.</summary>
[ComplexType]
public sealed record QuotaLimits
{
    public const int Unlimited = -1;

    public int Instances { get; init; }

    public int Cores { get; init; }

    public int RamMb { get; init; }

    public int SecurityGroups { get; init; }

    public int ServerGroups { get; init; }

    /// <summary>
    /// The limit for one resource.
    /// TODO: describe what a limit of minus one means
    /// </summary>
    public int For(string resource) => resource switch
    {
        Resources.Instances => Instances,
        Resources.Cores => Cores,
        Resources.Ram => RamMb,
        Resources.SecurityGroups => SecurityGroups,
        Resources.ServerGroups => ServerGroups,
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    /// <summary>The problems with these limits by field, none if they can be stored.</summary>
    public Dictionary<string, string[]> FindProblems()
    {
        var problems = new Dictionary<string, string[]>();
        foreach (var resource in Resources.All)
        {
            if (For(resource) < Unlimited)
            {
                problems[resource] = ["A limit is zero or more, or -1 for unlimited."];
            }
        }

        return problems;
    }
}
