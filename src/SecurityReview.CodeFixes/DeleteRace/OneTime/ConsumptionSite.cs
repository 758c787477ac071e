using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace.OneTime;

/// <summary>A credential that is read, guarded, used and then used up by statements of one block, without a way out between use and end.</summary>
/// <param name="Kind">How it is used up.</param>
/// <param name="Target">What it is called.</param>
/// <param name="Read">The expression that reads it.</param>
/// <param name="Place">The first statement behind the guards.</param>
/// <param name="Act">The assignment or call that uses it up.</param>
/// <param name="Consumed">The statements that use it up.</param>
/// <param name="Refusal">What the guard does without it; null where there is none.</param>
internal sealed record ConsumptionSite(
    ConsumptionKind Kind, string Target, InvocationExpressionSyntax Read, StatementSyntax Place, ExpressionSyntax Act, ImmutableArray<StatementSyntax> Consumed, StatementSyntax? Refusal)
{
    /// <summary>The site of a finding; null where the code is not that straight.</summary>
    public static ConsumptionSite? Of(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (context.Diagnostic.AdditionalLocations.Count == 0 || !properties.TryGetValue(DeleteProperties.Store, out var store) || !Enum.TryParse<ConsumptionKind>(store, out var kind)
            || !properties.TryGetValue(DeleteProperties.Target, out var target))
            return null;
        var read = context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        var act = context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (read is null || act is not { Parent: BlockSyntax block } || read.Ancestors().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == block) is not { } first)
            return null;
        var (start, end) = (block.Statements.IndexOf(first), block.Statements.IndexOf(act));
        var place = start + (first is IfStatementSyntax guard && !IsGuard(guard) ? 0 : 1);
        while (place < end && IsPrelude(block.Statements[place]))
            place++;
        if (start >= end || (first is IfStatementSyntax && place == start))
            return null;
        var consumed = kind == ConsumptionKind.Mark ? MarksAround(block, end) : ImmutableArray.Create<StatementSyntax>(act);
        var between = block.Statements.Skip(place).Take(end - place).Where(statement => !consumed.Contains(statement)).ToList();
        if (between.Any(Leaves) || UsesLaterLocals(consumed, block.Statements.Skip(place).Take(end - place)))
            return null;
        var refusal = block.Statements.Skip(start).Take(place - start).OfType<IfStatementSyntax>().Select(static item => Statements.Of(item.Statement).Last()).FirstOrDefault();
        return new ConsumptionSite(kind, target ?? "", read, block.Statements[place], act.Expression, consumed, refusal);
    }

    /// <summary>The assignments to members of the same object that stand next to the one reported.</summary>
    private static ImmutableArray<StatementSyntax> MarksAround(BlockSyntax block, int index)
    {
        var owner = OwnerOf(block.Statements[index]);
        var (from, to) = (index, index);
        while (from > 0 && OwnerOf(block.Statements[from - 1]) == owner)
            from--;
        while (to + 1 < block.Statements.Count && OwnerOf(block.Statements[to + 1]) == owner)
            to++;
        return block.Statements.Skip(from).Take(to - from + 1).ToImmutableArray();
    }

    private static string? OwnerOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } } } ? owner.Identifier.ValueText : null;

    private static bool IsGuard(IfStatementSyntax statement) => statement.Else is null && Statements.Of(statement.Statement).LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax;

    /// <summary>What may stay in front: guards, and locals that are only looked up or computed.</summary>
    private static bool IsPrelude(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax guard => IsGuard(guard) && guard.Condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(OnlyLooks),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration => declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().All(OnlyLooks),
        _ => false,
    };

    private static bool OnlyLooks(InvocationExpressionSyntax call)
    {
        var name = StubSite.NameOf(call) ?? "";
        return s_looks.Any(look => name.StartsWith(look, StringComparison.Ordinal));
    }

    private static readonly string[] s_looks =
        ["First", "Single", "Find", "Get", "Where", "Include", "ThenInclude", "Any", "Count", "Load", "Is", "Has", "Verify", "Equals", "Hash", "Normalize", "Trim", "To", "As", "TryGet", "ConfigureAwait", "Set", "FixedTimeEquals"];

    private static bool Leaves(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);

    /// <summary>Whether what uses the credential up needs a value that is only made behind the place.</summary>
    private static bool UsesLaterLocals(ImmutableArray<StatementSyntax> consumed, IEnumerable<StatementSyntax> behind)
    {
        var declared = new HashSet<string>(
            behind.SelectMany(static statement => statement.DescendantNodes()).Select(static node => node switch
            {
                VariableDeclaratorSyntax local => local.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
                _ => "",
            }),
            StringComparer.Ordinal);
        return consumed.SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name => declared.Contains(name.Identifier.ValueText));
    }
}
