"""The least that a window in PySide6 can be: one label, no style, no thread."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("There is nothing here but this line, in black on grey."))
window.resize(1000, 700)
window.show()
sys.exit(app.exec())
