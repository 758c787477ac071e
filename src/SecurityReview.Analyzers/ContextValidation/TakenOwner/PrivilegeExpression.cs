using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>Finds the test by which the code asks for a privilege, so that a fix speaks its language.</summary>
internal static class PrivilegeExpression
{
    /// <summary>The test that guards a sibling, when it stands alone: <c>context.IsAdmin</c>.</summary>
    /// <param name="sibling">A comparison with a privilege test around it.</param>
    public static IOperation? Beside(OwnerComparison sibling, OwnershipVocabulary vocabulary)
    {
        for (var current = sibling.Operation; current.Parent is { } parent; current = parent)
        {
            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } chain)
            {
                var other = ReferenceEquals(chain.LeftOperand, current) ? chain.RightOperand : chain.LeftOperand;
                if (TestIn(other, vocabulary) is { } test)
                    return test;
            }
            else if (parent is IConditionalOperation conditional && !ReferenceEquals(conditional.Condition, current) && TestIn(conditional.Condition, vocabulary) is { } enclosing)
            {
                return enclosing;
            }
            else if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The code of a privilege test that can be written beside a comparison; empty where the project shows none.</summary>
    public static string TextFor(OwnerComparison comparison, IOperation? siblingTest, OwnershipVocabulary vocabulary)
    {
        if (siblingTest is not null && ReferencePath.Of(siblingTest) is not null)
            return siblingTest.Syntax.ToString();
        if (comparison.Caller.Receiver is not { Type: { } type } receiver || ReferencePath.Of(receiver) is null)
            return "";
        var code = receiver.Syntax.ToString();
        if (AdminFlagOf(type) is { } flag)
        {
            var isConditional = comparison.Caller.Origin is IMemberReferenceOperation { Instance: IConditionalAccessInstanceOperation };
            return isConditional ? $"{code}?.{flag.Name} == true" : receiver is IInstanceReferenceOperation ? flag.Name : $"{code}.{flag.Name}";
        }

        return CallerIdentity.IsPrincipal(type) && !vocabulary.PrivilegedRoles.IsEmpty
            ? $"{code}.IsInRole({SymbolDisplay.FormatLiteral(vocabulary.PrivilegedRoles[0], quote: true)})"
            : "";
    }

    private static IOperation? TestIn(IOperation condition, OwnershipVocabulary vocabulary)
    {
        foreach (var part in FunctionBody.Operations(condition))
        {
            if (part is not IBinaryOperation && PrivilegeTest.Of(part, vocabulary) == Grant.WhenTrue)
                return part;
        }

        return null;
    }

    private static ISymbol? AdminFlagOf(ITypeSymbol type)
    {
        foreach (var current in type.SelfAndBaseTypes().Concat(type.AllInterfaces))
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsIndexer: false, IsStatic: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } &&
                    ContextTraitReader.OfMember(member, type) == ContextTraits.AdminFlag)
                {
                    return member;
                }
            }
        }

        return null;
    }
}
