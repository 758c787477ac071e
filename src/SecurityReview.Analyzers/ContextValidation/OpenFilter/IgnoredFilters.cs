using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>Queries that switch the filters of the model off and so reach the objects of every owner.</summary>
internal sealed class IgnoredFilters(KnownTypes types)
{
    /// <summary>What runs for nobody in particular, before anybody is known, or for all.</summary>
    private static readonly HashSet<string> s_systemWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Login", "Logon", "Signin", "Authenticate", "Authentication", "Authenticator", "Register", "Registration", "Signup", "Token", "Invite", "Invitation", "Webhook", "Seed", "Seeder", "Migration",
        "Migrate", "Migrator", "Cleanup", "Purge", "Job", "Worker", "Background", "Hosted", "Scheduler", "Scheduled", "Consumer", "Admin", "Administration", "Backup", "Export", "Sync",
        "Resolver", "Host", "System", "Maintenance", "Health", "Unique", "Uniqueness", "Exists",
    };

    /// <summary>What tells of all objects only whether and how many there are.</summary>
    private static readonly HashSet<string> s_figures = new(StringComparer.Ordinal)
    {
        "Any", "AnyAsync", "All", "AllAsync", "Count", "CountAsync", "LongCount", "LongCountAsync", "Max", "MaxAsync", "Min", "MinAsync", "Sum", "SumAsync", "Average", "AverageAsync",
    };

    private readonly OwnerFilterEntities _filtered = OwnerFilterEntities.Of(types);

    /// <summary>The owned entity whose filter a call switches off without anything in its place; null where there is none.</summary>
    public ITypeSymbol? Of(IInvocationOperation call, ISymbol member, OwnershipVocabulary vocabulary)
    {
        if (call.TargetMethod.Name != "IgnoreQueryFilters" || call.Type is not INamedTypeSymbol { Arity: 1 } query || query.TypeArguments[0] is not INamedTypeSymbol entity)
            return null;
        if (vocabulary.IsExempt(entity) || KeyOf(entity, vocabulary) is null || !_filtered.Contain(entity, vocabulary) || IsOfOtherFilters(call, vocabulary))
            return null;
        if (IsForAll(member) || PrivilegedScope.Contains(call, member, types, vocabulary) || GivesFigure(call))
            return null;
        var function = FunctionBody.Of(call);
        return function.DescendantsAndSelf().Any(operation => IsCheck(operation, vocabulary)) ? null : entity;
    }

    private static string? KeyOf(ITypeSymbol entity, OwnershipVocabulary vocabulary) =>
        entity.SelfAndBaseTypes().SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>()).FirstOrDefault(property => OwnershipKeys.IsAlways(property.Name, vocabulary.Keys))?.Name;

    /// <summary>Only filters with other names are switched off: <c>IgnoreQueryFilters(["SoftDelete"])</c>.</summary>
    private static bool IsOfOtherFilters(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        var names = call.Syntax.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => ((InvocationExpressionSyntax)call.Syntax).ArgumentList.Span.Contains(literal.Span))
            .Select(static literal => literal.Token.ValueText).ToList();
        return names.Count > 0 && !names.Any(name => OwnershipKeys.MayStandForOne(name, vocabulary.Keys));
    }

    /// <summary>Whether the code is of those that act for all, by the names of its members and types, or reachable by anybody by intention.</summary>
    private static bool IsForAll(ISymbol member)
    {
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (NameWords.Of(symbol.Name).Any(s_systemWords.Contains) || symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AllowAnonymousAttribute"))
                return true;
            if (symbol is INamedTypeSymbol type && type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(static current => current.Name is "BackgroundService" or "IHostedService" or "IJob" or "IConsumer" or "Migration"))
                return true;
        }

        return false;
    }

    private static bool GivesFigure(IInvocationOperation call)
    {
        for (IOperation current = call; current.Parent is { } parent; current = parent)
        {
            if (parent is IInvocationOperation { TargetMethod.Name: var name } && s_figures.Contains(name))
                return true;
            if (parent is IExpressionStatementOperation or IVariableDeclaratorOperation or IReturnOperation)
                return false;
        }

        return false;
    }

    /// <summary>A comparison of an ownership key, or a test of a privilege, anywhere in the function.</summary>
    private static bool IsCheck(IOperation operation, OwnershipVocabulary vocabulary) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => IsKey(comparison.LeftOperand, vocabulary) || IsKey(comparison.RightOperand, vocabulary),
        IInvocationOperation call => PrivilegeNames.IsDecision(PlainName.OfRead(call.TargetMethod.Name)) || PrivilegeNames.IsDemand(PlainName.Of(call.TargetMethod.Name)) || call.TargetMethod.Name == "IsInRole" ||
            (call.TargetMethod.Name is "Contains" or "Equals" && call.Arguments.Any(argument => IsKey(argument.Value, vocabulary))),
        IConditionalOperation conditional => PrivilegeTest.Mentions(conditional.Condition, vocabulary),
        _ => false,
    };

    private static bool IsKey(IOperation operand, OwnershipVocabulary vocabulary) =>
        operand.Unwrap() is IPropertyReferenceOperation { Property.Name: var name } && OwnershipKeys.IsWithEvidence(name, vocabulary.Keys);
}
