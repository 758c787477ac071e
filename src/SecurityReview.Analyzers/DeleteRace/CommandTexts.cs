using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Finds the SQL text that a command runs: its constructor's, its initializer's, or the last one that it is given before the call.</summary>
internal static class CommandTexts
{
    private const string CommandText = "CommandText";

    /// <summary>The names of the parameter for the text, in the constructors of the providers and of Dapper.</summary>
    private static readonly string[] s_parameters = ["commandText", "cmdText"];

    /// <summary>The text of the command that an operation gives; null where it is made or changed elsewhere.</summary>
    public static IOperation? Of(IOperation command)
    {
        switch (command.Unwrap())
        {
            case IObjectCreationOperation creation:
                return InCreation(creation);
            case ILocalReferenceOperation local:
                return LastAssigned(local, reference => reference is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local))
                    ?? (SingleAssignment.ValueOf(local.Local, local)?.Unwrap() is IObjectCreationOperation made ? InCreation(made) : null);
            case IParameterReferenceOperation parameter:
                return LastAssigned(
                    parameter, reference => reference is IParameterReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Parameter, parameter.Parameter));
            default:
                return null;
        }
    }

    private static IOperation? InCreation(IObjectCreationOperation creation)
    {
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: CommandText } } assignment)
                return assignment.Value;
        }

        return creation.Arguments.FirstOrDefault(argument => s_parameters.Contains(argument.Parameter?.Name, StringComparer.OrdinalIgnoreCase))?.Value;
    }

    /// <summary>
    /// The text that is assigned last before a use. It must be assigned in a block around the use: one under a condition may not have
    /// happened.
    /// </summary>
    private static IOperation? LastAssigned(IOperation use, Func<IOperation, bool> isSame)
    {
        ISimpleAssignmentOperation? last = null;
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(use)))
        {
            if (operation.Syntax.SpanStart >= use.Syntax.SpanStart)
                continue;
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: CommandText, Instance: { } instance } } assignment
                && isSame(instance.Unwrap())
                && (last is null || assignment.Syntax.SpanStart > last.Syntax.SpanStart))
            {
                last = assignment;
            }
        }

        return last?.Parent?.Parent is { } block && IsAround(block, use) ? last.Value : null;
    }

    private static bool IsAround(IOperation block, IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (ReferenceEquals(current, block))
                return true;
        }

        return false;
    }
}
