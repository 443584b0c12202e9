package entrepot.web.security;

import entrepot.web.api.BodyTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * How large a request may be: a megabyte, or {@value #FILE} bytes where files and bulk lines come in. One that says so
 * beforehand is refused unread; one that does not is cut off when it gets there.
 */
public class BodyLimit extends HttpFilter {
    private static final long serialVersionUID = 1L;

    static final long BODY = 1 << 20;
    static final long FILE = 256L << 20;
    /** A client that sends no more than this is heard out, so that it is ready to read the answer. */
    private static final long READ_ANYWAY = 16L << 20;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            if (request.getContentLengthLong() > READ_ANYWAY) {
                response.setHeader("Connection", "close");
            }
            Turned.away(request, response, 413, BodyTooLarge.CODE, BodyTooLarge.DETAIL);
            return;
        }
        if (request.getContentLengthLong() < 0 && isForm(request)) {
            response.setHeader("Connection", "close");
            Turned.away(request, response, 411, "length-required", "a form must say how long it is");
            return;
        }
        boolean counted = request.getContentLengthLong() < 0 && Doors.changes(request);
        chain.doFilter(counted ? new Counted(request, most) : request, response);
    }

    /** The container reads these by itself, past our counting. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/");
    }

    private static long most(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        boolean file = type.startsWith("application/x-ndjson") || type.startsWith("text/csv") || Doors.path(request).contains("/import");
        return file ? FILE : BODY;
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long most;
        private ServletInputStream stream;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new CountedStream(super.getInputStream(), most);
            }
            return stream;
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream rest;
        private long left;

        CountedStream(ServletInputStream rest, long most) {
            this.rest = rest;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = rest.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = rest.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return rest.isFinished();
        }

        @Override
        public boolean isReady() {
            return rest.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            rest.setReadListener(listener);
        }
    }
}
