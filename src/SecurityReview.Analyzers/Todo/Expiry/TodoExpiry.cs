using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>Judges whether the time of a TODO has come.</summary>
internal sealed class TodoExpiry(ExpiryFacts facts, AnalyzerConfigOptions options, SyntaxTree tree)
{
    private readonly DateTime? _today = ExpiryFacts.Today(options);

    /// <summary>Why a comment has expired, as the end of a sentence; null where it has not, or where nobody can tell.</summary>
    public string? ReasonOf(TodoComment comment)
    {
        if (_today is { } today && comment.Due is { } due && IsoDate.Parse(due) is { } date && date < today)
            return $"was due on {due}";
        var text = comment.Text;
        return TodoConditions.MayStandIn(text) ? OfRelease(text) ?? OfPackage(text) ?? OfFramework(text) : null;
    }

    private string? OfRelease(string text) =>
        TodoConditions.ReleaseIn(text) is { } release && facts.IsReached(release)
            ? $"waits for version {release.Text}, and this assembly is version {facts.OwnVersion}"
            : null;

    private string? OfPackage(string text)
    {
        foreach (var (name, version) in TodoConditions.PackagesIn(text))
        {
            if (facts.ReleaseOf(name) is { } referenced && referenced.CompareTo(version) >= 0)
                return $"waits for {name} {version.Text}, and {referenced.Text} is referenced";
        }

        return null;
    }

    private string? OfFramework(string text)
    {
        foreach (var framework in TodoConditions.FrameworksIn(text))
        {
            if (facts.Target(options, tree) is { } target && target.Reaches(framework))
                return $"waits for a target framework of version {framework.Version}, and the project targets {target.Version}";
        }

        return null;
    }
}
