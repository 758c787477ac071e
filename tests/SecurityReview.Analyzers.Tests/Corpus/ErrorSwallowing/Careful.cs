using System.Net.Http;

namespace ErrorSwallowing.Careful;

public sealed class Feed(HttpClient client, ILogger<Feed> logger, string path) : IDisposable
{
    private readonly List<Exception> _failures = new();
    private int _failed;
    private FileStream _file;

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(1000, stop);
        }
        catch (OperationCanceledException)
        {
        }
    }

    public bool TryRead(out string text)
    {
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (IOException)
        {
            text = null;
            return false;
        }
    }

    public string ReadIfThere()
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public int? Number(string text)
    {
        try
        {
            return int.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public async Task<string> WithRetries()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                return await client.GetStringAsync("feed");
            }
            catch (HttpRequestException) when (attempt < 2)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The feed does not answer.");
    }

    public void Collect(IEnumerable<Action> actions)
    {
        foreach (var action in actions)
        {
            try
            {
                action();
            }
            catch (Exception ex)
            {
                _failures.Add(ex);
            }
        }

        foreach (var action in actions)
        {
            try
            {
                action();
            }
            catch (Exception)
            {
                _failed++;
            }
        }
    }

    public Task Start()
    {
        var done = new TaskCompletionSource();
        new Thread(() =>
        {
            try
            {
                File.ReadAllText(path);
                done.SetResult();
            }
            catch (Exception ex)
            {
                done.SetException(ex);
            }
        }).Start();
        return done.Task;
    }

    public void CleanTemporary()
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still reads there, the next run deletes it.
        }
    }

    public void Log()
    {
        try
        {
            _file = File.OpenRead(path);
        }
        catch (UnauthorizedAccessException ex)
        {
            logger.LogWarning(ex, "{Path} is closed", path);
        }
        catch (IOException ex)
        {
            throw new InvalidDataException("No feed", ex);
        }
    }

    public void Dispose()
    {
        try
        {
            _file?.Flush();
            _file?.Dispose();
        }
        catch (IOException)
        {
        }
    }
}

[ApiController, Route("feed")]
public class FeedController(Feed feed) : ControllerBase
{
    [HttpGet]
    public IActionResult Get()
    {
        try
        {
            return Ok(feed.ReadIfThere());
        }
        catch (IOException)
        {
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
