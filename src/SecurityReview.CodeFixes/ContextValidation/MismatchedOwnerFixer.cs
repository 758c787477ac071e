using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Denies callers who are not the owner, and lets those pass who have the privilege that the code asks for elsewhere. The alternative
/// keeps such callers to their own identity.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MismatchedOwnerFixer))]
public sealed class MismatchedOwnerFixer() : ReviewFixProvider(RuleIds.MismatchedOwnerAccepted, Deny, "Deny callers who are not the owner")
{
    /// <summary>The equivalence key of the denial, the default.</summary>
    public const string Deny = "owner.deny";

    /// <summary>The equivalence key of the privilege test that is added to the comparison.</summary>
    public const string RequirePrivilege = "owner.require_privilege";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (MismatchSite.Of(context) is not { } site)
            return ImmutableArray<Repair>.Empty;
        var repairs = ImmutableArray.CreateBuilder<Repair>();
        if (DenialPlan.Of(site, context) is { } deny)
        {
            var title = site.Privilege is null ? "Deny callers who are not the owner" : $"Deny callers who are not the owner, unless '{site.Privilege}'";
            repairs.Add(Repair.OfSyntax(title, Deny, deny));
            if (site.Privilege is not null)
                repairs.Add(Repair.OfSyntax($"Act for the owner only if '{site.Privilege}'", RequirePrivilege, PrivilegePlan.Of(site)));
        }

        return repairs.ToImmutable();
    }
}
