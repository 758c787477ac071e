using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Compiled code that runs its method <c>Target.Run</c> against a fresh database.</summary>
internal sealed class ExecutableCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("repair", isCollectible: true);
    private readonly Type _target;

    public ExecutableCode(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)) + "\n" + compilation.SyntaxTrees.Last());
        image.Position = 0;
        _target = _context.LoadFromStream(image).GetType("Target")!;
    }

    /// <summary>What a run returns, row by row, and the names that the table has after it.</summary>
    public List<string> Run(params object?[] arguments)
    {
        using var connection = Users.Open();
        var target = Activator.CreateInstance(_target, connection)!;
        object? result;
        try
        {
            result = _target.GetMethod("Run")!.Invoke(target, arguments);
            if (result is Task task)
            {
                task.GetAwaiter().GetResult();
                result = task.GetType().GetProperty("Result")?.GetValue(task);
            }
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }

        var rows = result is IEnumerable many and not string ? many.Cast<object?>().Select(row => $"{row}").ToList() : [$"{result}"];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(name || ':' || coalesce(email, 'null') || ':' || age, '|') FROM users";
        return [.. rows, $"table: {command.ExecuteScalar()}"];
    }

    public void Dispose() => _context.Unload();
}
