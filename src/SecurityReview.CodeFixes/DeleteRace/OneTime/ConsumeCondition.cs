using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace.OneTime;

/// <summary>The condition that a statement, which uses a credential up, found it used already.</summary>
internal static class ConsumeCondition
{
    private static readonly string[] s_extensions =
        ["Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions"];

    /// <summary>The condition; null where no statement can say so.</summary>
    public static ExpressionSyntax? Of(ConsumptionSite site, RepairContext context) => site.Kind switch
    {
        ConsumptionKind.Mark => OfMark(site, context),
        ConsumptionKind.TrackedRemoval => OfRemoval(site, context),
        _ => OfStatement(site, context),
    };

    /// <summary>The statement itself, which tells a count or a flag.</summary>
    private static ExpressionSyntax? OfStatement(ConsumptionSite site, RepairContext context)
    {
        var outcome = site.Act.WithoutTrivia();
        if (site.Kind == ConsumptionKind.Update && context.Diagnostic.Properties[DeleteProperties.IsConditional] != "true")
        {
            if (Restricted(site, context) is not { } restricted)
                return null;
            outcome = restricted;
        }

        return OutcomeReading.Of(context.Model.GetTypeInfo(site.Act, context.CancellationToken).Type)?.None(outcome);
    }

    /// <summary>The update with the condition that the credential is unused.</summary>
    private static ExpressionSyntax? Restricted(ConsumptionSite site, RepairContext context)
    {
        var where = site.Act.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => StubSite.NameOf(call) == "Where" && call.ArgumentList.Arguments.Count == 1);
        if (where?.ArgumentList.Arguments[0].Expression is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.ValueText: var row } lambda
            || context.Model.GetSymbolInfo(lambda, context.CancellationToken).Symbol is not IMethodSymbol { Parameters: { Length: 1 } parameters } || Unused(parameters[0].Type, row, context) is not { } unused)
        {
            return null;
        }

        return site.Act.ReplaceNode(body, Conditions.And(body, unused)).WithoutTrivia();
    }

    private static ExpressionSyntax? OfMark(ConsumptionSite site, RepairContext context)
    {
        if (site.Act is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } } || !Has("ExecuteUpdate", context) || IsUsedLater(site, owner.Identifier.ValueText))
            return null;
        if (Query(site, owner.Identifier.ValueText, context) is not var (query, row, type) || Unused(type, row, context) is not { } unused)
            return null;
        var setters = site.Consumed.Select(static statement => (AssignmentExpressionSyntax)((ExpressionStatementSyntax)statement).Expression).ToList();
        if (setters.Any(static setter => setter.DescendantNodes().Any(static node => node is AwaitExpressionSyntax)))
            return null;
        var calls = string.Concat(setters.Select(setter => $".SetProperty({row} => {row}.{((MemberAccessExpressionSyntax)setter.Left).Name}, {setter.Right})"));
        return Parse($"{Start(site)}{query} && {unused}).{Method("ExecuteUpdate", site)}(setters => setters{calls}{Token(site, context, ", ")}) == 0");
    }

    private static ExpressionSyntax? OfRemoval(ConsumptionSite site, RepairContext context)
    {
        if (site.Act is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } || arguments[0].Expression is not IdentifierNameSyntax owner || !Has("ExecuteDelete", context))
            return null;
        return Query(site, owner.Identifier.ValueText, context) is var (query, _, _)
            ? Parse($"{Start(site)}{query}).{Method("ExecuteDelete", site)}({Token(site, context, "")}) == 0")
            : null;
    }

    /// <summary><c>set.Where(row => row.Id == owner.Id</c> for the set that the credential was read from.</summary>
    private static (string Text, string Row, ITypeSymbol Type)? Query(ConsumptionSite site, string owner, RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(DeleteProperties.Keys, out var keys) || string.IsNullOrEmpty(keys) || SetOf(site.Read, context) is not var (set, type))
            return null;
        var row = OutcomeTest.NameFor(site.Place, context, "row", "stored", "x");
        return ($"{set}.Where({row} => {string.Join(" && ", keys!.Split(',').Select(key => $"{row}.{key} == {owner}.{key}"))}", row, type);
    }

    /// <summary>The set at the start of the query that reads the credential.</summary>
    private static (string Text, ITypeSymbol Type)? SetOf(ExpressionSyntax read, RepairContext context)
    {
        for (ExpressionSyntax? current = read; current is not null;)
        {
            if (context.Model.GetTypeInfo(current, context.CancellationToken).Type is INamedTypeSymbol { Name: "DbSet", Arity: 1 } set && set.ContainingNamespace.IsNamed("Microsoft", "EntityFrameworkCore"))
                return (current.WithoutTrivia().ToString(), set.TypeArguments[0]);
            current = current switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
                MemberAccessExpressionSyntax member => member.Expression,
                _ => null,
            };
        }

        return null;
    }

    /// <summary>What is true of a row whose credential was not used, by the member that marks it.</summary>
    private static ExpressionSyntax? Unused(ITypeSymbol type, string row, RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(DeleteProperties.Mark, out var mark) || mark is null
            || type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(mark)).OfType<IPropertySymbol>().FirstOrDefault() is not { } member)
            return null;
        var isNegated = member.Type.SpecialType == SpecialType.System_Boolean && (mark.EndsWith("Active", StringComparison.Ordinal) || mark.EndsWith("Valid", StringComparison.Ordinal)
            || mark.EndsWith("Available", StringComparison.Ordinal) || mark.EndsWith("Usable", StringComparison.Ordinal) || mark.EndsWith("Unused", StringComparison.Ordinal) || mark.EndsWith("Pending", StringComparison.Ordinal));
        return member.Type switch
        {
            { SpecialType: SpecialType.System_Boolean } => Parse($"{(isNegated ? "" : "!")}{row}.{mark}"),
            { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Parse($"{row}.{mark} == null"),
            _ => null,
        };
    }

    /// <summary>Whether the object goes to somebody who may write it back, or its mark is read, behind the place.</summary>
    private static bool IsUsedLater(ConsumptionSite site, string owner)
    {
        var block = (BlockSyntax)site.Place.Parent!;
        return block.Statements.Skip(block.Statements.IndexOf(site.Place)).Where(statement => !site.Consumed.Contains(statement))
            .SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == owner)
            .Any(name => name.Parent is ArgumentSyntax || (name.Parent is MemberAccessExpressionSyntax member && ConsumedMarks.MayBe(member.Name.Identifier.ValueText)));
    }

    private static bool Has(string method, RepairContext context) =>
        s_extensions.Any(name => context.Model.Compilation.GetTypeByMetadataName(name)?.GetMembers(method).IsEmpty == false);

    private static bool IsAsync(ConsumptionSite site) => DeleteSite.OutcomeOf(site.Read) is AwaitExpressionSyntax;

    private static string Start(ConsumptionSite site) => IsAsync(site) ? "await " : "";

    private static string Method(string name, ConsumptionSite site) => IsAsync(site) ? name + "Async" : name;

    /// <summary>The cancellation token that the read, or else the save, is given.</summary>
    private static string Token(ConsumptionSite site, RepairContext context, string separator)
    {
        if (!IsAsync(site))
            return "";
        var token = site.Place.Parent!.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<ArgumentSyntax>().Select(static argument => argument.Expression)
            .FirstOrDefault(expression => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && context.Model.GetTypeInfo(expression, context.CancellationToken).Type?.Name == "CancellationToken");
        return token is null ? "" : separator + token;
    }

    private static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);
}
